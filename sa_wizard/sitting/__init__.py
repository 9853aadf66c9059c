"""What a sitting at a draft needs, whichever front end shows it: the desk, the questions, the way through them."""
