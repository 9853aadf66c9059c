"""The line mode: the wizard's questions as plain prompts, for pipes, screen readers and terminals that only print."""
