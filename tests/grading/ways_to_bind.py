"""Ways in which Python gives a name to a function, put together at random: each is a text for one or more cells."""

from __future__ import annotations

from hypothesis import strategies as st

CALLABLES = (
    "{f}",
    "functools.partial({f})",
    "(lambda *a, **k: {f}(*a, **k))",
    "functools.wraps({f})(lambda *a, **k: {f}(*a, **k))",
    "type('Box', (), {{'f': staticmethod({f})}}).f",
    "type('Box', (), {{'f': lambda self, *a, **k: {f}(*a, **k)}})().f",
    "type('Call', (), {{'__call__': lambda self, *a, **k: {f}(*a, **k)}})()",
    "[None, {f}][1]",
    "types.SimpleNamespace(f={f}).f",
    "contextlib.ContextDecorator()({f}) if False else {f}",
    "types.FunctionType((lambda *a, **k: _made_it(*a, **k)).__code__, {{'_made_it': {f}}})",
    "functools.lru_cache(maxsize=None)(lambda: {f})()",
    "functools.partialmethod({f}).func",
    "types.MethodType(lambda self, *a, **k: self(*a, **k), {f})",
    "operator.attrgetter('f')(types.SimpleNamespace(f={f}))",
    "next(iter({{1: {f}}}.values()))",
    "(lambda: (yield {f}))().send(None)",
    "contextvars.ContextVar('v', default={f}).get()",
    "functools.reduce(lambda a, b: b, [None, {f}])",
    "type('Box', (), {{'__getattr__': lambda self, name: {f}}})().whatever",
    "type('Box', (), {{'f': property(lambda self: {f})}})().f",
    "type('Box', (), {{'__class_getitem__': classmethod(lambda cls, key: {f})}})['x']",
    "dataclasses.make_dataclass('Box', ['f'])({f}).f",
)
"""Expressions for a callable that answers as `{f}` does, also where its arguments are given by name."""
STATEMENTS = (
    "{n} = {e}",
    "{n}: object = {e}",
    "({n}, _other) = ({e}, 1)",
    "[_other, *_others, {n}] = [1, 2, 3, {e}]",
    "_other = {n} = {e}",
    "globals()['{n}'] = {e}",
    "globals().update({n}={e})",
    "({n} := {e})",
    "[{n} := each for each in [{e}]]",
    "exec('{n} = made', globals(), globals()) if (made := {e}) else None",
    "setattr(sys.modules['__main__'], '{n}', {e})",
    "get_ipython().push({{'{n}': {e}}})",
    "def _bind():\n    global {n}\n    {n} = {e}\n_bind()",
    "def _outer():\n    def _inner():\n        global {n}\n        {n} = {e}\n    _inner()\n_outer()",
    "for {n} in [{e}]: pass",
    "import builtins\nglobals().pop('{n}', None)\nbuiltins.{n} = {e}",
    "with contextlib.nullcontext({e}) as {n}: pass",
    "match {e}:\n    case {n}: pass",
    "def {n}(*a, _f={e}, **k):\n    return _f(*a, **k)",
    "@(lambda stub: {e})\ndef {n}(): ...",
    "class {n}:\n    made = staticmethod({e})\n    def __new__(cls, *a, **k): return cls.made(*a, **k)",
    "class _Box:\n    made = staticmethod({e})\n{n} = _Box.made",
    "async def _bind():\n    global {n}\n    {n} = {e}\nawait _bind()",
    "async def _bind(): return {e}\n{n} = await _bind()",
    "async def _give():\n    yield {e}\nasync for {n} in _give(): pass",
    "with contextlib.nullcontext(({e}, 1)) as ({n}, _other): pass",
    "for _other, {n} in [(1, {e})]: pass",
    "for _other, *({n}, _more) in [(1, {e}, 2)]: pass",
    "match [1, {e}]:\n    case [_, {n}]: pass",
    "match {{'f': {e}}}:\n    case {{'f': {n}}}: pass",
    "match types.SimpleNamespace(f={e}):\n    case types.SimpleNamespace(f={n}): pass",
    "match {e}:\n    case int(): pass\n    case _ as {n}: pass",
    "try:\n    raise ExceptionGroup('', [ValueError({e})])\nexcept* ValueError as _error:\n"
    "    {n} = _error.exceptions[0].args[0]",
    "try:\n    raise ValueError({e})\nexcept ValueError as _error:\n    {n}, = _error.args",
    "import __main__\n__main__.{n} = {e}",
    "import __main__\nvars(__main__)['{n}'] = {e}",
    "globals().__setitem__('{n}', {e})",
    "globals().setdefault('{n}_', {e})\n{n} = {n}_",
    "locals()['{n}'] = {e}",
    "def _bind(made):\n    exec('global {n}\\n{n} = made', globals(), {{'made': made}})\n_bind({e})",
    "exec(compile('{n} = made', 'text', 'exec'), globals() | {{'made': {e}}}, _left := {{}})\n{n} = _left['{n}']",
    "_other, _more = [], {{'{n}': {e}}}\nglobals().update(_more)",
    "_other = 1\ndel _other\n{n} = {e}",
    "class _Box:\n    {n} = staticmethod({e})\n{n} = vars(_Box)['{n}'].__func__",
    "class _Bind:\n    def __set_name__(self, owner, name): globals()['{n}'] = {e}\n    pass\n"
    "class _Box: bound = _Bind()",
    "class _Bind:\n    def __init_subclass__(cls, f): globals()['{n}'] = f\nclass _Box(_Bind, f={e}): pass",
    "def _bind(f=[{e}]): return f\n{n} = _bind.__defaults__[0][0]",
    "{n} = lambda *a, **k: {e}(*a, **k)",
    "def {n}(*a, **k):\n    return ({e})(*a, **k)\n_other = {n}",
    "def {n}(*a, **k): return None\n{n}.__code__ = (lambda *a, **k: {n}.made(*a, **k)).__code__\n{n}.made = {e}",
    "[*_others, {n}] = 1, {e}",
    "{n}, *_others = {e}, 1, 2",
    "_box = [None]\n_box[0], {n} = 1, {e}",
    "_n = types.SimpleNamespace()\nfor _n.f in [{e}]: {n} = _n.f",
    "class _Meta(type):\n    def __call__(cls, *a, **k): return cls.made(*a, **k)\n"
    "class {n}(metaclass=_Meta):\n    made = staticmethod({e})",
)
BLOCKS = (
    "{s}",
    "if True:\n{i}",
    "if False:\n    pass\nelse:\n{i}",
    "try:\n{i}\nfinally:\n    pass",
    "try:\n    import module_that_is_not_there\nexcept ImportError:\n{i}",
    "with contextlib.nullcontext():\n{i}",
    "for _once in range(1):\n{i}",
    "while True:\n{i}\n    break",
    "exec({s!r})",
    "try:\n    pass\nexcept* ValueError:\n    pass\nelse:\n{i}",
    "for _once in []:\n    pass\nelse:\n{i}",
    "if (_one := 1):\n{i}",
    "with contextlib.nullcontext():\n    module_that_is_not_there\n{i}",
    "if True:\n    raise ValueError\n{i}",
)
AROUND = (
    "{s}",
    "{s}\nnp.pad?",
    "%%time\n{s}",
    "%%capture said\n{s}",
    "%%module_that_is_not_there\n{s}",
    "%matplotlib widget\n{s}",
    "import module_that_is_not_there\n{s}\nmodule_that_is_not_there.train()",
    "from google.colab import drive\ndrive.mount('/content/drive')\n{s}",
    "n = int(input('n? '))\n{s}\nprint(n)",
    "import nest_asyncio; nest_asyncio.apply()\n{s}",
    "!pip install numpy\n%pip install numpy\n{s}",
    "raise SystemExit\n{s}",
    "this is no Python\n\n{s}",
    "{s}\nprint 'this is no Python'",
    "import asyncio\nawait asyncio.sleep(0)\n{s}",
    "import os\n{s}\nassert os.getcwd() == '/content'",
)
MODULES = ("from {m} import {n}", "from {m} import *", "import {m}; {n} = {m}.{n}", "{n} = sys.modules['{m}'].{n}")
IMPORTS = "import contextlib, contextvars, dataclasses, functools, operator, sys, types\n"


@st.composite
def bindings(draw: st.DrawFn, name: str, made: str) -> list[str]:
    """Cells after which `name` stands for a callable that answers as the function called `made` does."""
    expression = made
    for _ in range(draw(st.integers(0, 2))):
        expression = draw(st.sampled_from(CALLABLES)).format(f=f"({expression})")
    if draw(st.integers(0, 4)) == 0:
        module = f"own_{name}"
        build = f"sys.modules[{module!r}] = types.ModuleType({module!r})\nsys.modules[{module!r}].{name} = {expression}"
        statement = draw(st.sampled_from(MODULES)).format(m=module, n=name)
        before = [IMPORTS + build]
        block = "{s}"  # `from … import *` stands at the top alone
    else:
        statement = draw(st.sampled_from(STATEMENTS)).format(n=name, e=expression)
        before = []
        block = draw(st.sampled_from(["{s}"] if "await" in statement or "async for" in statement else BLOCKS))
    statement = block.format(s=statement, i="\n".join(f"    {line}" for line in statement.splitlines()))
    return [*before, IMPORTS, draw(st.sampled_from(AROUND)).format(s=statement)]
