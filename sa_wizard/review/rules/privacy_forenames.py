"""Forenames common in England and Wales, less those that are as often a word, a month or a place."""

_COMMON = """
    Aaron Abdul Abigail Adam Adrian Ahmed Aisha Alan Alasdair Alex Alexander Alfie Ali Alice Alison Alun Amanda Amelia
    Amy Andrea Andrew Aneurin Angela Angharad Anita Ann Anna Anne Annette Anthony Antonia Archie Arthur Asif Ayesha
    Barbara Barry Beatrice Belinda Ben Benjamin Bernard Bethan Beverley Brian Bridget Bronwen Bryn Callum Carl Carly
    Carol Caroline Carolyn Carys Catherine Catrin Ceri Charles Charlie Chloe Chris Christian Christina Christine
    Christopher Claire Clare Clive Colin Connor Craig Cynthia Dafydd Damian Daniel Danielle Darren Dave David Dawn
    Deborah Debbie Denise Dennis Derek Diana Diane Dominic Donald Donna Dorothy Douglas Duncan Dylan Edward Eileen
    Elaine Eleanor Elin Elizabeth Ella Ellie Emily Emma Eric Erin Esther Ethan Eva Evelyn Fatima Fiona Frances Francis
    Freddie Frederick Gareth Gary Gavin Gemma Geoff Geoffrey George Gerald Gerard Gillian Gina Glyn Gordon Graham Gwen
    Gwyneth Hannah Harriet Harry Hassan Hayley Helen Henry Hilary Howard Hugh Hussain Huw Ian Ibrahim Ieuan Imran Irene
    Isaac Isabel Isabella Isla Iwan Jacob Jacqueline Jake James Jamie Jane Janet Janice Jasmine Jason Jayne Jean Jeffrey
    Jennifer Jeremy Jessica Jill Jim Joan Joanna Joanne Joe Joel John Johnny Jonathan Joseph Josh Joshua Joyce Judith
    Julia Julian Julie Karen Karl Kate Katherine Kathleen Kathryn Katie Katy Keith Kelly Kenneth Kerry Kevin Khalid
    Kim Kimberley Kirsty Kyle Laura Lauren Leah Leanne Lee Leo Leon Leslie Lewis Liam Linda Lisa Llinos Logan Lorraine
    Louis Louise Lucy Luke Lynn Lynne Mandy Marcus Margaret Maria Marie Marilyn Marion Martin Mary Matthew Maureen
    Maxine Megan Melanie Mia Michael Michelle Miriam Mohamed Mohammad Mohammed Mohammad Monica Muhammad Nadia
    Naomi Natalie Natasha Nathan Neil Niamh Nicholas Nichola Nick Nicola Nigel Noah Norma Norman
    Olivia Oliver Omar Oscar
    Owain Owen Pamela Patricia Patrick Paul Paula Pauline Peter Philip Phillip Phoebe Poppy Priya Rachel Raymond Rebecca
    Reece Rhian Rhiannon Rhys Richard Ricky Rita Robert Roger Ronald Rory Rosemary Ross Roy Russell Ruth Ryan Sally Sam
    Samantha Samir Samuel Sandra Sanjay Sara Sarah Scott Sean Shane Sharon Shaun Sheila Sheryl Shirley Sian Simon Siân
    Sonia Sophia Sophie Stacey Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia Tanya Tara Teresa Terence
    Theresa Thomas Tim Timothy Tina Toby Tom Tony Tracey Tracy Trevor Tyler Valerie Vanessa Vera Vincent Wayne Wendy
    William Yasmin Yusuf Yvonne Zainab Zara Zoe
"""
FORENAMES = frozenset(_COMMON.split())
