"""What the house asks of its code and a machine can see: sizes, names, annotations, and tests that assert."""

import ast

from django.conf import settings

ROOT = settings.BASE_DIR
APPS = ("unionoffice", *(name.split(".")[0] for name in settings.AREAS))
LONGEST_FILE, LONGEST_FUNCTION = 400, 40
NEVER = {"utils", "helpers", "common", "misc", "signals", "managers"}
TYPED_ROOMS = {"services", "selectors", "figures"}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def named(path):
    return str(path.relative_to(ROOT))


def modules(*folders):
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


CODE = modules(*APPS)
TESTS = modules("tests")


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, FUNCTION)]


def length(function):
    return function.end_lineno - function.lineno + 1


def too_long(source):
    """Functions over the limit whose docstring, the only place to say why, is missing or one line."""
    return [
        function.name
        for function in functions(ast.parse(source))
        if length(function) > LONGEST_FUNCTION and "\n" not in (ast.get_docstring(function) or "")
    ]


def parameters(function):
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [one for one in every if one is not None and one.arg not in ("self", "cls")]


def untyped(source):
    """Public functions, those of classes too, that leave a parameter or the answer open."""
    public = [function for function in functions(ast.parse(source)) if not function.name.startswith("_")]
    return [
        function.name
        for function in public
        if function.returns is None or any(one.annotation is None for one in parameters(function))
    ]


def asserts(tree):
    """Whether anything is claimed: `assert`, or a context that fails by itself (`pytest.raises`, a query count)."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [getattr(called, "attr", getattr(called, "id", "")) for called in calls]
    return any(isinstance(node, ast.Assert) for node in ast.walk(tree)) or any(
        name == "raises" or "assert" in name for name in names
    )


def imported_late(source):
    """Modules that a function imports when it runs."""
    inner = (node for function in functions(ast.parse(source)) for node in ast.walk(function))
    return [node.module for node in inner if isinstance(node, ast.ImportFrom)]


def offenders(paths, find):
    """What `find` objects to in the text of each file, without the files that it has nothing against."""
    found = {named(path): find(path.read_text(encoding="utf-8")) for path in paths}
    return {name: objections for name, objections in found.items() if objections}


def test_no_file_is_longer_than_a_reader_bears():
    assert offenders(CODE + TESTS, lambda source: source.count("\n") > LONGEST_FILE) == {}


def test_every_function_is_short_or_says_why_not():
    assert offenders(CODE, too_long) == {}


def test_every_file_is_named_after_what_it_is():
    assert [named(path) for path in CODE if NEVER & {path.stem, *path.relative_to(ROOT).parts}] == []


def test_every_module_says_what_it_is_for():
    stated = [path for path in CODE if path.name != "__init__.py"]
    assert offenders(stated, lambda source: not ast.get_docstring(ast.parse(source))) == {}


def test_services_selectors_and_figures_are_typed():
    rooms = [path for path in CODE if TYPED_ROOMS & {path.stem, *path.parts}]
    assert {path.stem for path in rooms} > TYPED_ROOMS - {"services"}
    assert offenders(rooms, untyped) == {}


def test_every_file_of_tests_claims_something():
    files = [path for path in TESTS if path.name.startswith("test_")]
    assert offenders(files, lambda source: not asserts(ast.parse(source))) == {}


def test_nothing_is_imported_inside_a_function_but_what_must_wait_until_all_apps_are_there():
    assert offenders((path for path in CODE if path.name != "apps.py"), imported_late) == {}


def test_long_function_is_found_unless_it_says_why():
    body = "\n".join("    x = 1" for _ in range(LONGEST_FUNCTION))
    assert too_long(f"def long():\n{body}") == ["long"]
    assert too_long(f'def long():\n    "Does much."\n{body}') == ["long"]
    assert too_long(f'def long():\n    """Does much.\n\n    It is one table.\n    """\n{body}') == []


def test_open_parameter_or_answer_is_found():
    heads = ("a(x: int)", "b(x) -> int", "c(*, x) -> int", "d(*x) -> int", "e(self, x: int) -> int", "_f(x)")
    assert untyped("\n".join(f"def {head}: ..." for head in heads)) == ["a", "b", "c", "d"]


def test_file_of_tests_without_a_claim_is_found():
    assert asserts(ast.parse("def test_a(): check()")) is False
    assert asserts(ast.parse("def test_a():\n    with pytest.raises(E): pass")) is True
