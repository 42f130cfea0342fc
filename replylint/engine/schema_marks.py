"""Annotations that tell pydantic how to read a field; none of them imports it before it is used.

The schema is plain dataclasses, so that a validated rule set can be read back without pydantic.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


def model_config() -> dict[str, Any]:
    """Pydantic's settings of every part of a rule file: no unknown keys, `in_` is spelt `in`."""
    return {
        "extra": "forbid",
        "coerce_numbers_to_str": True,
        "alias_generator": lambda name: name.rstrip("_"),
    }


@dataclass(frozen=True)
class Several:
    """A list, or one bare value that stands for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        inner = handler(source)
        item = inner["items_schema"][0]
        bare_or_list = core_schema.union_schema([item, core_schema.list_schema(item)])
        return core_schema.no_info_before_validator_function(
            lambda value: value if isinstance(value, list | tuple) else (value,),
            inner,
            json_schema_input_schema=bare_or_list,
        )


@dataclass(frozen=True)
class ShortFor:
    """A mapping, or a bare value of one of `kinds` that stands for a mapping with that one key."""

    key: str
    kinds: tuple[type, ...] = (str,)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        inner = handler(source)
        bare: list[Any] = [
            core_schema.str_schema() if kind is str else core_schema.list_schema()
            for kind in self.kinds
        ]
        return core_schema.no_info_before_validator_function(
            lambda value: {self.key: value} if isinstance(value, self.kinds) else value,
            inner,
            json_schema_input_schema=core_schema.union_schema([*bare, inner]),
        )


@dataclass(frozen=True)
class Checked:
    """A value that a function must accept; the function raises ValueError with the reason."""

    check: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def checked(value: Any) -> Any:
            self.check(value)
            return value

        return core_schema.no_info_after_validator_function(checked, handler(source))


@dataclass(frozen=True)
class Matching:
    """A word that matches a pattern (in the syntax that JSON Schema shares with pydantic)."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.str_schema(
            pattern=self.pattern, max_length=60, coerce_numbers_to_str=True
        )


@dataclass(frozen=True)
class AboveZero:
    """A finite number above zero; not a text or a truth value that might pass for one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.float_schema(gt=0, strict=True, allow_inf_nan=False)


@dataclass(frozen=True)
class OneKindOf:
    """One of several dataclasses, told apart by the key they are named after."""

    message: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from typing import get_args

        from pydantic_core import core_schema

        kinds = {kind.key_of_kind(): kind for kind in get_args(source)}

        def kind_of(value: Any) -> str | None:
            keys = value if isinstance(value, dict) else ()
            return next((f"kind-{key}" for key in kinds if key in keys), None)

        return core_schema.tagged_union_schema(
            {f"kind-{key}": handler.generate_schema(kind) for key, kind in kinds.items()},
            kind_of,
            custom_error_type="no_kind",
            custom_error_message=self.message,
        )
