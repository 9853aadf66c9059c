"""What the program and its commands are called, and where each command is kept: loaded only when it is run."""

PROGRAM = "sa-wizard"
COMPLETE = "_SA_WIZARD_COMPLETE"

COMMANDS = {
    "new": ("starting:new", "Start a draft with its first answers."),
    "example": ("starting:example", "Write the finished worked example."),
    "fields": ("answering:fields", "List every field with its path and state."),
    "get": ("answering:get", "Print one answer."),
    "set": ("answering:set_value", "Write one answer."),
    "find": ("finding:find", "Find words in all answers, and replace them."),
    "claim": ("claiming:claim", "Say that a section is finished, or why it does not apply."),
    "accept": ("accepting:accept", "Let one thing that a rule doubts stand, for a reason."),
    "check": ("judging:check", "Say what is missing, item by item."),
    "render": ("publishing:render", "Print the draft as Markdown."),
    "export": ("publishing:export", "Make the Word file, or another format."),
    "style": ("styling:style", "Keep the styles, logo and file name of a partnership."),
    "accessibility": ("accessible:accessibility", "Say what in a Word file not everyone can read."),
    "versions": ("going_back:versions", "List the versions kept of a draft, or keep one by name."),
    "diff": ("comparing:diff", "Say what two drafts, or a draft and a version, differ in."),
    "restore": ("going_back:restore", "Make a draft what it was in a version."),
    "outline": ("outlining:outline", "List, show or verify outlines."),
    "config": ("configuring:config", "Show, check or begin the settings."),
    "schema": ("machine:schema", "Print the JSON Schema of the draft file."),
    "paths": ("machine:paths", "Print the folders that sa-wizard uses."),
    "doctor": ("machine:doctor", "Say whether this machine can do the work."),
    "completion": ("machine:completion", "Print the completion for a shell."),
}
"""Every command: where it is kept, loaded only when it is run, and what 'sa-wizard --help' says of it."""
