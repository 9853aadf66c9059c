"""Forenames common in England and Wales, less those that are as often a word, a month or a place."""

_COMMON = """
    Aaron Abdul Abdullah Abigail Adam Adele Adrian Agnieszka Ahmed Aidan Aisha Alan Alasdair Alex Alexander Alfie
    Ali Alice Alison Aliyah Alun Amanda Amelia Amina Amir Amit Amy Andrea Andrew Andrzej Aneurin Angela Angharad
    Anil Anita Ann Anna Anne Annette Anthea Anthony Antonia Anwar Archie Arthur Arun Asif Audrey Ayaan Ayesha
    Barbara Barry Beata Beatrice Belinda Bella Ben Benjamin Bernard Bethan Beverley Bilal Billy Bogdan Brenda
    Brendan Brian Bridget Bronwen Bryn Callie Callum Carl Carla Carly Carol Caroline Carolyn Carys Catherine
    Catrin Ceri Cerys Chantelle Charlene Charles Charlie Chidi Chinedu Chloe Chris Christian Christina Christine
    Christopher Ciara Claire Clare Claudia Clive Colin Connie Connor Courtney Craig Curtis Cynthia Dafydd Damian
    Damon Daniel Danielle Danny Daria Darren Dave David Dawn Debbie Deborah Declan Delroy Denise Dennis Derek
    Derrick Desmond Diana Diane Dionne Dmitri Dominic Donald Donna Doreen Dorothy Douglas Duncan Dwayne Dylan
    Ebony Eddie Edith Edward Eileen Ekaterina Elaine Eleanor Elena Elijah Elin Elizabeth Ella Ellie Elsie Emily
    Emma Eric Erin Ernest Esther Ethan Eva Evelyn Ewa Ezra Faisal Farah Farouk Fatima Felicity Fiona Frances
    Francis Freddie Frederick Freya Gabriel Gareth Gary Gavin Gaynor Gemma Geoff Geoffrey George Georgina Gerald
    Geraldine Gerard Gethin Gillian Gina Gladys Glenda Glenn Glyn Gordon Graham Gregory Gurpreet Gwen Gwyneth
    Haider Hamza Hannah Harjit Harpreet Harriet Harry Harvey Hassan Hayden Hayley Heidi Helen Henry Hilary Hilda
    Howard Hugh Hugo Hussain Huw Ian Ibrahim Ieuan Imran Ingrid Ioana Irena Irene Irfan Isaac Isabel Isabella
    Ishaan Isla Ivan Iwan Jacob Jacqueline Jaden Jagdeep Jake Jamal James Jamie Jane Janet Janice Janine Jared
    Jasbir Jasmine Jason Javed Jayden Jayne Jean Jeffrey Jennifer Jenny Jeremy Jermaine Jerome Jessica Jill Jim
    Joan Joanna Joanne Jodie Joe Joel John Johnny Jonas Jonathan Josef Joseph Josh Joshua Josie Joyce Juanita
    Judith Julia Julian Julie Kabir Kai Kamal Kareem Karen Karl Katarzyna Kate Katherine Kathleen Kathryn Katie
    Katy Kayleigh Keeley Kehinde Keith Kelly Kelsey Ken Kenneth Kerri Kerry Kevin Khalid Kieran Kim Kimberley
    Kirsten Kirsty Krzysztof Kwame Kyle Lara Latisha Laura Lauren Leah Leanne Lee Leo Leon Leroy Leslie Lewis
    Lewys Liam Linda Lindsay Lisa Llinos Logan Lola Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Lynne
    Maisie Malcolm Malgorzata Mandy Manjit Marcin Marcus Margaret Maria Mariam Marie Marilyn Marion Mariusz Marlon
    Martin Marvin Mary Mateusz Matthew Maureen Maxine Maya Megan Mehmet Melanie Mia Michael Michelle Mike Millie
    Milo Miriam Mitchell Mohamed Mohammad Mohammed Mohamud Mohsin Molly Monica Muhammad Mustafa Nadia Nadine Naomi
    Nasreen Natalia Natalie Natasha Nathan Nathaniel Neil Nerys Ngozi Nia Niamh Nichola Nicholas Nick Nicola Nigel
    Nikhil Nina Nisha Noah Norma Norman Obinna Olga Oliver Olivia Olu Omar Oscar Owain Owen Paige Pamela Patricia
    Patrick Paul Paula Pauline Pawel Peter Petra Philip Phillip Phoebe Piotr Poppy Pradeep Priya Rachel Rahul Raj
    Rajesh Ramesh Ranjit Rashid Raymond Rebecca Reece Reuben Rhian Rhiannon Rhys Richard Ricky Rita Robert Roger
    Rohan Ronald Rory Rosemary Rosie Ross Roxanne Roy Rupert Russell Ruth Ryan Sadia Saira Sajid Sally Salma Sam
    Samantha Samina Samir Samuel Sandra Sanjay Sanjeev Sara Sarah Scott Seamus Sean Selina Shabana Shakira Shane
    Shanice Shannon Sharon Shaun Shauna Sheena Sheila Sheryl Shirley Shreya Sian Simon Sinead Siân Sonia Sophia
    Sophie Stacey Stefan Stella Stephanie Stephen Steve Steven Stewart Stuart Sunil Sunita Susan Suzanne Sylvia
    Tanya Tara Tariq Tasha Tegan Terence Teresa Terry Tessa Theresa Thomas Tiffany Tim Timothy Tina Toby Tom
    Tomasz Tony Tracey Tracy Trevor Tristan Tyler Usman Valerie Vanessa Vera Vikram Vincent Walter Wayne Wendy
    Wesley William Winston Wojciech Xavier Yasmin Yolanda Yusuf Yvette Yvonne Zachary Zainab Zara Zeeshan Zoe
    Zofia
"""
FORENAMES = frozenset(_COMMON.split())
