"""What staff read when the content folder hangs."""

from kiosk.content.parsing.diagnostic import WHOLE_FOLDER, Diagnostic

NO_ANSWER = Diagnostic(
    WHOLE_FOLDER,
    0,
    0,
    "no-answer",
    "The folder with the texts does not answer.",
    "Check the disk or the network share that it is on.",
)
