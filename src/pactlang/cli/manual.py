"""The manual page and the shells' completion of all commands, read off the commands themselves.

A wheel brings both, made when it was built; `pact --completion SHELL` prints the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")
# Where a wheel puts what is made here, for each name of the program.
PLACES = {
    "man": "share/man/man1/{}.1",
    "bash": "share/bash-completion/completions/{}",
    "zsh": "share/zsh/site-functions/_{}",
    "fish": "share/fish/vendor_completions.d/{}.fish",
}


class Parameter(Struct, frozen=True):
    """An option (with its `names`) or an argument, as `--help` shows it: `left` is how it is written, `help` what it does.

    `choices` are the words that it takes; `takes` says whether an option has a value at all.
    """

    left: str
    help: str
    names: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    takes: bool = False


class Command(Struct, frozen=True):
    """A command by all its words (none: the program itself), with its help and its parameters."""

    words: tuple[str, ...]
    usage: str
    help: str
    short: str
    parameters: tuple[Parameter, ...]

    @property
    def options(self) -> list[Parameter]:
        """Its options."""
        return [one for one in self.parameters if one.names]


def commands(root: Any) -> list[Command]:
    """The program itself (`pactlang.cli.app.whole`), and every command and subcommand that its help shows, in the order of the help."""
    return list(_described(root, (), None))


def _described(command: Any, words: tuple[str, ...], parent: Any) -> Iterator[Command]:
    with command.make_context("pact", [], parent=parent, resilient_parsing=True) as context:
        usage = " ".join(("pact", *words, *command.collect_usage_pieces(context)))
        found = tuple(
            Parameter(
                record[0],
                record[1],
                names=tuple(sorted(one.opts)) if one.param_type_name == "option" else (),
                choices=tuple(str(getattr(choice, "value", choice)) for choice in getattr(one.type, "choices", ())),
                takes=not getattr(one, "is_flag", False),
            )
            for one in command.get_params(context)
            if (record := one.get_help_record(context)) is not None
        )
        inner = [(name, command.get_command(context, name)) for name in command.list_commands(context)] if _is_group(command) else []
        yield Command(words, usage, _text(command.help), command.get_short_help_str(limit=200), found)
        for name, one in inner:
            if one is not None and not one.hidden:
                yield from _described(one, (*words, name), context)


def _is_group(command: Any) -> bool:
    return hasattr(command, "list_commands")


def _text(words: str | None) -> str:
    return "\n".join(line.strip() for line in (words or "").strip().splitlines())


# --- the manual page ----------------------------------------------------------------------------------------------------


def man_page(root: Any, program: str = "pact") -> str:
    """The page for section 1 of the manual. It says what each `--help` says."""
    from pactlang import __version__

    own, *found = commands(root)
    lines = [
        f'.TH {program.upper()} 1 "" "pactlang {__version__}" "User Commands"',
        ".SH NAME",
        f"{program} \\- {_roff(own.help[:1].lower() + own.help[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {program}",
        _roff("[OPTIONS] COMMAND [ARGS]..."),
        ".SH DESCRIPTION",
        *_paragraphs(own.help),
        *_parameters(own.options),
        ".SH COMMANDS",
    ]
    for one in found:
        lines += [f".SS {_roff(' '.join(one.words))}", f".B {_roff(one.usage.replace('pact', program, 1))}", ".PP"]
        lines += [*_paragraphs(one.help), *_parameters(one.parameters)]
    lines += [
        ".SH EXIT STATUS",
        *_paragraphs(
            "0: all is kept, or there is nothing to say. 1: something was found. 2: the input or the call is wrong, or the machine failed; "
            "then nothing was judged and nothing is half-written. Each command says what that means for it."
        ),
        ".SH FILES",
        *_paragraphs("us.pact: an agreement. us.pactlog: its log. pact.toml: settings, for the folder that it is in."),
    ]
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> list[str]:
    return [line for paragraph in text.split("\n\n") for line in (".PP", *map(_roff, paragraph.split("\n")))]


def _parameters(parameters: list[Parameter] | tuple[Parameter, ...]) -> list[str]:
    return [line for one in parameters for line in (".TP", f".B {_roff(one.left)}", _roff(one.help))]


def _roff(text: str) -> str:
    """Text that roff shows as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("\n", " ")
    text = "".join(one if one.isascii() else f"\\[u{ord(one):04X}]" for one in text)
    return f"\\&{text}" if text.startswith(".") else text


# --- completion ---------------------------------------------------------------------------------------------------------


def completion(root: Any, shell: str, program: str = "pact") -> str:
    """The script by which a shell completes the program's commands, options, the words of those that take one of a few, and files."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](program, commands(root))


def _bash(program: str, found: list[Command]) -> str:
    """Bash: one function, which looks at the words before the cursor."""
    cases = [
        f"        '{' '.join(one.words)}') words={_quoted(' '.join(_next(one, found)))} options={_quoted(_names(one))} ;;" for one in found
    ]
    values = [
        f"        '{' '.join(one.words)} {name}') words={_quoted(' '.join(option.choices))} ;;"
        for one in found
        for option in one.options
        if option.takes
        for name in option.names
    ]
    known = " | ".join(_quoted(" ".join(one.words) if len(one.words) > 1 else f" {one.words[0]}") for one in found if one.words)
    return f"""# Completion of {program} for bash, made by '{program} --completion bash'.
_{program}() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= words= options= word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$command $word" in
            {known}) command=${{command:+$command }}$word ;;
        esac
    done
    case "$command" in
{chr(10).join(cases)}
    esac
    case "$command $before" in
{chr(10).join(values)}
        *) [[ $current == -* ]] && words=$options ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    [[ ${{#COMPREPLY[@]}} -gt 0 || $current == -* ]] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}}
complete -o filenames -F _{program} {program}
"""


def _zsh(program: str, found: list[Command]) -> str:
    """Zsh: what can come next, with what it does."""
    cases = []
    for one in found:
        nexts = " ".join(_quoted(f"{word.replace(':', chr(92) + ':')}:{_short(word, one, found)}") for word in _next(one, found))
        options = " ".join(_quoted(f"{name}:{option.help}") for option in one.options for name in option.names)
        cases.append(f"        {_quoted(' '.join(one.words))}) words_next=({nexts}) options=({options}) ;;")
    values = [
        f"        {_quoted(f'{chr(32).join(one.words)} {name}')}) words_next=({' '.join(map(_quoted, option.choices))}); options=() ;;"
        for one in found
        for option in one.options
        if option.takes
        for name in option.names
    ]
    known = " | ".join(_quoted(" ".join(one.words) if len(one.words) > 1 else f" {one.words[0]}") for one in found if one.words)
    return f"""#compdef {program}
# Completion of {program} for zsh, made by '{program} --completion zsh'.
_{program}() {{
    local command= word before=${{words[CURRENT-1]}}
    local -a words_next options
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        case "$command $word" in
            {known}) command="${{command:+$command }}$word" ;;
        esac
    done
    case "$command" in
{chr(10).join(cases)}
    esac
    case "$command $before" in
{chr(10).join(values)}
    esac
    if [[ ${{words[CURRENT]}} == -* ]]; then
        _describe option options
    else
        (( ${{#words_next}} )) && _describe word words_next
        _files
    fi
}}
if [[ $funcstack[1] == _{program} ]]; then _{program} "$@"; else compdef _{program} {program}; fi
"""


def _fish(program: str, found: list[Command]) -> str:
    """Fish: a line for each thing that can come next."""
    lines = [f"# Completion of {program} for fish, made by '{program} --completion fish'."]
    firsts = " ".join(one.words[0] for one in found if len(one.words) == 1)
    for one in found:
        here = (
            f"not __fish_seen_subcommand_from {firsts}"
            if not one.words
            else " ; and ".join(f"__fish_seen_subcommand_from {word}" for word in one.words)
        )
        for word in _next(one, found):
            lines.append(f"complete -c {program} -n {_quoted(here)} -a {_quoted(word)} -d {_quoted(_short(word, one, found))}")
        for option in one.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = f" -x -a {_quoted(' '.join(option.choices))}" if option.choices and option.takes else " -r" if option.takes else ""
            lines.append(f"complete -c {program} -n {_quoted(here)} {names}{value} -d {_quoted(option.help)}")
    return "\n".join(lines) + "\n"


def _next(command: Command, found: list[Command]) -> list[str]:
    """The words that can come right after a command: its subcommands, or those that its first argument takes."""
    below = [one.words[-1] for one in found if one.words[:-1] == command.words and one.words]
    return below or [word for one in command.parameters if not one.names for word in one.choices]


def _short(word: str, command: Command, found: list[Command]) -> str:
    return next((one.short for one in found if one.words == (*command.words, word)), "")


def _names(command: Command) -> str:
    return " ".join(name for option in command.options for name in option.names)


def _quoted(text: str) -> str:
    """A text as one word of a shell."""
    return "'" + text.replace("'", "'\\''") + "'"
