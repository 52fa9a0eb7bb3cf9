"""Values that do not change, cheap to define: the start defines some eighty classes of them.

``@dataclass(frozen=True, slots=True)`` compiles six methods and sets every field through a call;
``typing.NamedTuple`` compiles every annotation. Each costs a class 0.2 to 0.7 ms, and the start 30 ms in all.
Here a class compiles one method, 0.07 to 0.1 ms. That nothing assigns to a field is what the type checker
sees to (PEP 681), not a check at run time.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

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

    body |= {
        "__slots__": names,
        "__qualname__": cls.__qualname__,
        "__init__": _initialiser(names, tuple(defaults.values()), is_checked="__post_init__" in body),
        "__eq__": equals,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": shown,
        "__dataclass_fields__": _DataclassFields(body["__annotations__"], defaults),
    }
    made: type[T] = type(cls.__name__, cls.__bases__, body)
    return made


def _initialiser(names: Sequence[str], defaults: tuple[object, ...], *, is_checked: bool) -> object:
    lines = [f"    self.{name} = {name}" for name in names]
    if is_checked:
        lines.append("    self.__post_init__()")
    made: dict[str, Any] = {}
    # The names are those of annotations in the source, as `dataclasses` itself compiles them.
    exec(f"def __init__(self, {', '.join(names)}):\n" + "\n".join(lines), {}, made)  # noqa: S102
    made["__init__"].__defaults__ = defaults
    return made["__init__"]


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

    class _NamedTupleMaker(type):
        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            annotations = body["__annotations__"]
            defaults = [body.pop(field) for field in annotations if field in body]
            made = namedtuple(name, annotations, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTupleMaker):
        """``typing.NamedTuple``, whose annotations are kept as they are written."""
