"""The wizard's screens: a front end over outline, draft, review and document."""
