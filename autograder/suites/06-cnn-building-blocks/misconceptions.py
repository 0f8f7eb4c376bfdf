"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from fcnkit.suite import Misconception

from .misconceptions_architectures import FAMOUS
from .misconceptions_costs import COSTS
from .misconceptions_fields import EXTENTS, FIELDS
from .misconceptions_parameters import PARAMETERS
from .misconceptions_residual import RESIDUAL
from .misconceptions_separable import SEPARABLE
from .misconceptions_separable_more import SEPARABLE_MORE

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *PARAMETERS,
    *SEPARABLE,
    *SEPARABLE_MORE,
    *RESIDUAL,
    *EXTENTS,
    *FIELDS,
    *FAMOUS,
    *COSTS,
)
