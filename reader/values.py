"""Values that do not change, cheap to define: the start defines some eighty classes of them.

``@dataclass(frozen=True, slots=True)`` compiles six methods and sets every field through a call;
``typing.NamedTuple`` compiles every annotation, ``collections.namedtuple`` a constructor. Each costs a class
0.1 to 0.7 ms, and the start 30 ms in all. Here a class compiles nothing before its first value, and then
takes the constructor of another class with as many fields under its own names: 0.03 ms. That nothing assigns
to a field is what the type checker sees to (PEP 681), not a check at run time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Make a class with slots whose instances compare, hash and show themselves by their fields.

    ``dataclasses.replace``, ``fields`` and ``asdict`` take it for the dataclass it stands for.
    """
    body = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    names = tuple(body["__annotations__"])
    defaults = {name: body.pop(name) for name in names if name in body}
    values = attrgetter(*names)

    def equals(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    def shown(self: object) -> str:
        stated = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{made.__qualname__}({stated})"

    is_checked = "__post_init__" in body

    def initialise(self: object, *values: object, **named: object) -> None:
        code = _checked_setting(len(names)) if is_checked else _setting(len(names))
        code = code.replace(co_varnames=("self", *names), co_names=(*names, *code.co_names[len(names) :]))
        made.__init__ = _named(code, f"{made.__qualname__}.__init__", tuple(defaults.values()))
        made.__init__(self, *values, **named)

    body |= {
        "__slots__": names,
        "__qualname__": cls.__qualname__,
        "__init__": initialise,
        "__eq__": equals,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": shown,
        "__dataclass_fields__": _DataclassFields(body["__annotations__"], defaults),
    }
    made: Any = type(cls.__name__, cls.__bases__, body)
    return cast("type[T]", made)


@cache
def _setting(count: int) -> CodeType:
    """The code of an ``__init__`` that sets so many attributes, to be had under other names."""
    return _setting_code(count, "")


@cache
def _checked_setting(count: int) -> CodeType:
    return _setting_code(count, "self.__post_init__()")


def _setting_code(count: int, last: str) -> CodeType:
    names = [f"a{number}" for number in range(count)]
    sets = "; ".join(f"self.{name} = {name}" for name in names)
    made: dict[str, FunctionType] = {}
    # Made of nothing that comes from outside.
    exec(f"def __init__(self, {', '.join(names)}): {sets}; {last}", {}, made)  # noqa: S102
    return made["__init__"].__code__


@cache
def _joining(count: int) -> CodeType:
    """The code of a ``__new__`` that makes a tuple of so many fields, to be had under other names."""
    names = ", ".join(f"a{number}" for number in range(count))
    made: FunctionType = eval(f"lambda cls, {names}: tuple_new(cls, ({names},))")  # noqa: S307 - as above
    return made.__code__


def _named(code: CodeType, qualified_name: str, defaults: tuple[object, ...]) -> FunctionType:
    name = qualified_name.rpartition(".")[2]
    function = FunctionType(code, {"tuple_new": tuple.__new__}, name, defaults)
    function.__qualname__ = qualified_name
    return function


class _DataclassFields:
    """Makes a class's fields when ``dataclasses`` first asks for them, which no start does."""

    def __init__(self, annotations: dict[str, object], defaults: dict[str, object]) -> None:
        self._body = {"__annotations__": annotations, **defaults}

    def __get__(self, _instance: object, owner: type) -> object:
        fields = vars(dataclass(type(owner.__name__, (), dict(self._body))))["__dataclass_fields__"]
        type.__setattr__(owner, "__dataclass_fields__", fields)
        return fields


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - for the modules that import it
else:

    @cache
    def _item(number):
        return property(itemgetter(number))

    class _Named(tuple):
        """What every named tuple can do."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values: Iterable[object]):
            return cls(*values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **changes):
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__qualname__} has no field {', '.join(changes)}.")
            return made

        def __repr__(self):
            stated = ", ".join(map("{}={!r}".format, self._fields, self))
            return f"{type(self).__qualname__}({stated})"

        def __getnewargs__(self):
            return tuple(self)

    class _NamedTupleMaker(type):
        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body[field] for field in fields if field in body}
            body |= {field: _item(number) for number, field in enumerate(fields)}

            def construct(cls, *values, **named):
                code = _joining(len(fields)).replace(co_varnames=("cls", *fields))
                new = _named(code, f"{made.__qualname__}.__new__", tuple(defaults.values()))
                made.__new__ = staticmethod(new)
                return new(cls, *values, **named)

            made = type(
                name,
                (_Named,),
                body
                | {
                    "__slots__": (),
                    "__match_args__": fields,
                    "__new__": construct,
                    "_fields": fields,
                    "_field_defaults": defaults,
                },
            )
            return made

    class NamedTuple(metaclass=_NamedTupleMaker):
        """``typing.NamedTuple``, whose annotations are kept as they are written."""
