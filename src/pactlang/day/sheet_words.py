"""What stands on each sheet, in the order in which it is filled in: feelings first, and those for whoever writes alone."""

from __future__ import annotations

from msgspec import Struct


class Written(Struct, frozen=True):
    """A part as it is written here; `filled` says what is filled in: well, open, finding, before or clauses."""

    title: str
    words: str = ""
    asks: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    filled: str = ""


_ALONE = "For you alone. Nobody has to show this part."
_FEELINGS = Written("How I am", _ALONE, ("What I feel, and where in the body:", "What I need before we talk:"))
_LOG = Written("What the log shows", filled="finding")
_ONLY_US = Written("What only we know", "The log does not know why. You do.", ("What is not in the log:",))
_QUESTIONS = Written("Questions I have", "To understand, not to prove.", ("",))
_STARTERS = "One at a time, each of you in turn. Skip what does not fit."

SENTENCE = "{sentence}"  # in its place, the sentence that was broken
INTIMACY = "Intimacy:"

TITLES = {
    "check-in": "Check-in",
    "reflection": "Reflection",
    "impact": "What it did to me",
    "apology": "An apology",
    "debrief": "Talking it through",
    "readiness": "Am I ready?",
    "review": "Review",
}

CLOSING = "Any of you may stop and say when to go on. If you do not feel safe, put this away, and ask someone you trust for help."

PARTS: dict[str, tuple[Written, ...]] = {
    "check-in": (
        Written("What went well", "Begin here.", ("And besides:",), filled="well"),
        _FEELINGS,
        Written("What is open between us", filled="open"),
        _QUESTIONS,
        Written(
            "To begin with",
            _STARTERS,
            steps=(
                "“Since we last talked, I was glad about …”",
                "“What was heavy for me was …”",
                "“I would like to understand better …”",
                "“In the next days I could use …”",
                "“What I can offer is …”",
            ),
        ),
        Written("Until next time", asks=("One thing each of us will do, and when we talk again:",)),
    ),
    "reflection": (
        _FEELINGS,
        _LOG,
        Written("In my own words", asks=("What happened, as I lived it:", "What it made me think (a thought, which may be wrong):")),
        Written("What I take from it", asks=("What I needed:", "What helped, or would have helped:")),
        _QUESTIONS,
    ),
    "impact": (
        _FEELINGS,
        _LOG,
        _ONLY_US,
        Written(
            "What it did to",
            asks=("Trust:", "Safety:", INTIMACY, "Daily life:"),
        ),
        Written("From here", asks=("What I need in the next days, and what I do not want now:",)),
        _QUESTIONS,
        Written(
            "To begin with",
            "Read to each other. The other says back what they heard, before they answer.",
            steps=("“When I read or heard …, I felt …”", "“What I told myself was …”", "“What I need now is …”"),
        ),
    ),
    "apology": (
        _FEELINGS,
        _LOG,
        _ONLY_US,
        Written(
            "In my words, without a “but”",
            asks=(
                "What I did, or did not do:",
                "What I think it was like for you:",
                "What I am sorry for:",
            ),
        ),
        Written(
            "What will change",
            "One sentence that can be checked.",
            (f"Now it says: “{SENTENCE}”. From now on:", "What I am not asking for (for example, to be forgiven by a certain day):"),
        ),
        Written(
            "To begin with",
            steps=("“What I did was …”", "“I think it meant … to you. Is that right?”", "“From now on I …”", "“What do you need from me?”"),
        ),
    ),
    "debrief": (
        _FEELINGS,
        _LOG,
        _ONLY_US,
        Written(
            "Step by step",
            "An hour at most, no phones, nobody hungry. Ten minutes each; the others listen.",
            steps=(
                "One speaks; then each of the others in turn.",
                "Each says back what they heard, and asks: did I get it?",
                "What happened, in order? Only what a camera would have seen.",
                "What did each of us need on that day?",
                "What would have helped? One thing each.",
                "When do we talk next? Write it into the log.",
            ),
        ),
        Written("What came out of it", asks=("Cause:", "What we learned:")),
        _QUESTIONS,
    ),
    "readiness": (
        _FEELINGS,
        Written("How things are now", filled="before"),
        Written(
            "Before I say yes",
            "Each for yourself. A no needs no reason, and costs nothing.",
            (
                "Do I want this myself, or for someone else's sake?",
                "Could I say no tonight, and how would I say it?",
                "What I need before, and what afterwards:",
                "What would tell me to stop:",
            ),
        ),
        _QUESTIONS,
        Written(
            "To begin with",
            _STARTERS,
            steps=(
                "“I would say yes to …, if …”",
                "“I am not ready for …”",
                "“Afterwards I would like …”",
                "“If it is too much, I will say …”",
            ),
        ),
    ),
    "review": (
        Written("What went well", "Begin here.", ("And besides:",), filled="well"),
        _FEELINGS,
        Written("What we agreed", "Keep, change and let go are all fine. Sign new words tomorrow at the earliest.", filled="clauses"),
        Written("What is open between us", filled="open"),
        _QUESTIONS,
        Written("What we decide", asks=("", "When we look again:")),
    ),
}
