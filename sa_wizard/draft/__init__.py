"""What was answered: one plain file that always opens and always saves, and the session that changes it."""
