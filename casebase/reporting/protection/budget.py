"""What one person's record may cost in all the releases it is ever counted in.

rho is zero-concentrated differential privacy loss, which adds up over releases; epsilon is its
better-known form at a chance delta. Source of the figures: statistics.md, shared rules.
"""

from __future__ import annotations

LIFETIME_CAP = 1.45
QUARTER = 0.25
ANNUAL = 0.85
FOLLOW_UP = 0.15  # of reunified children, after twelve months
CORRECTION = 0.20  # kept back for one correction
DELTA = 1e-6


def epsilon_of(rho: float, delta: float = DELTA) -> float:
    """The epsilon that a loss of `rho` amounts to, at a chance `delta`; OpenDP's conversion."""
    import opendp.prelude as dp

    dp.enable_features("contrib")
    # A count that one person moves by 1, with noise of scale 1/sqrt(2 rho), costs exactly rho.
    counted = dp.m.make_gaussian(
        dp.atom_domain(T=int), dp.absolute_distance(T=int), scale=(2 * rho) ** -0.5
    )
    return float(dp.c.make_zCDP_to_approxDP(counted).map(1).epsilon(delta))
