"""What is missing or doubtful: a draft goes in, findings come out, and nothing is raised."""
