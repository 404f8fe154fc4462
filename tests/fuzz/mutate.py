"""Turns a file into a broken one: seeded, so that the same number gives the same file on every machine."""

from __future__ import annotations

from random import Random

# Pieces that readers trip over: numbers at edges, marks, letters that nobody sees, bytes that are no text.
PIECES = [
    *(b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n", b"\n", b"\t", b" ", b"\x1b[2J", b"\x85"),
    *("\u200b".encode(), "\u202e".encode(), "\u2028".encode(), "é".encode(), "\u0430".encode(), "😀".encode(), b"\xf4\x90\x80\x80"),
    *(b"0", b"-1", b"9" * 25, b"1e999", b"NaN", b"2026-02-30", b"0000-00-00", b"9999-12-31", b"24:00", b"2026-03-29 02:30", b"+99:99"),
    *(b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b"[" * 2000, b",", b",,", b";", b":", b"=", b"#", b">", b"->", b"```pact\n", b"%"),
    *(
        b"pact",
        b"between Ana and Ben",
        b"encounter",
        b"unless",
        b"after each",
        b"every 0 days",
        b"every 999999999 years",
        b" and ",
        b"null",
    ),
    *(b"as e1", b"about e1", b"to 2026-01-01", b"waive tell of e1", b"leave by Ana", b"pause by Ben", b"complete until 9999-12-31"),
    *(b"RRULE:FREQ=SECONDLY\r\n", b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n", b";TZID=Nowhere/At", b"__proto__", b"../../etc/passwd"),
]


def mutated(data: bytes, others: list[bytes], random: Random) -> bytes:
    """The file with one to six things done to it; `others` are files to take pieces from."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        at = random.randint(0, len(found))
        end = min(len(found), at + random.choice((1, 1, 2, 5, 20, 200)))
        match random.randrange(9):
            case 0:
                found[at:end] = b""
            case 1:
                found[at:at] = random.choice(PIECES)
            case 2:
                found[at:end] = random.choice(PIECES)
            case 3:
                found[at:at] = bytes(found[at:end]) * random.choice((2, 3, 50))
            case 4:
                other = random.choice(others)
                start = random.randint(0, len(other))
                found[at:end] = other[start : start + random.choice((5, 40, 300))]
            case 5 if found:
                found[min(at, len(found) - 1)] ^= 1 << random.randrange(8)
            case 6:
                lines = bytes(found).split(b"\n")
                random.shuffle(lines)
                found = bytearray(b"\n".join(lines))
            case 7:
                lines = bytes(found).split(b"\n")
                lines.insert(random.randint(0, len(lines)), random.choice(lines))
                found = bytearray(b"\n".join(lines))
            case _:
                del found[at:]
    return bytes(found[:200_000])
