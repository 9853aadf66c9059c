"""What a person may choose once for all: the settings, where each comes from, and what they come to on a terminal."""
