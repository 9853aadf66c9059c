"""Settings: where each comes from, and what they come to on a terminal."""
