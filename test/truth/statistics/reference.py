"""Computes reference.json, against which app/measure/statistics is held: python3 reference.py > reference.json

With SciPy, NumPy and mpmath alone, and by other ways than the app goes: raw visitors instead of sums, integrals instead of
closed forms, root finding instead of solved equations. Needs scipy >= 1.11, mpmath >= 1.3.
"""

import json

import mpmath as mp
import numpy as np
from scipy import optimize, stats

mp.mp.dps = 50
rng = np.random.default_rng(18)
ALPHA = 0.05


def normal():
    points = [-12, -5, -1.5, -0.1, 0, 1e-3, 0.5, 1, 1.959963984540054, 2.9, 2.999, 3, 3.001, 4, 6, 9, 15, 25, 37]
    tails = [[z, float(mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2), float(stats.norm.sf(z))] for z in points]
    uppers = [0.999, 0.7, 0.5, 0.25, 0.05, 0.025, 0.005, 5e-4, 1e-5, 1e-9, 1e-15, 1e-60, 1e-200]
    quantiles = [[p, float(stats.norm.isf(p))] for p in uppers]
    gammas = [[x, float(mp.loggamma(mp.mpf(x)))] for x in [0.1, 0.5, 1, 1.5, 2, 5.25, 9.99, 10, 123.4, 5e5, 1e7]]
    return {"tails": tails, "quantiles": quantiles, "logGammas": gammas}


def sums(y, x):
    total = lambda a: float(np.sum(a))
    return {"visitors": len(y), "y": total(y), "yy": total(y * y), "x": total(x), "xx": total(x * x), "xy": total(x * y)}


def arm(visitors, rate, scale):
    orders = rng.poisson(rate, visitors).astype(float)
    return np.round(orders * rng.lognormal(scale, 0.8, visitors), 2), orders


def sides(strata, transform):
    """Means and variances of each arm's strata, pooled; transform makes of (y, x) of both arms two arrays and a shift."""
    weights = np.array([len(s[0][0]) * len(s[1][0]) / (len(s[0][0]) + len(s[1][0])) for s in strata])
    weights = weights / weights.sum()
    out = []
    for which in (0, 1):
        means, variances, spreads = [], [], []
        for stratum in strata:
            mean, values = transform(stratum, which)
            means.append(mean)
            variances.append(np.var(values, ddof=1) / len(values))
            spreads.append(1 / len(values))
        out.append((weights @ means, weights**2 @ variances, weights**2 @ spreads))
    return out


def estimates():
    strata = []
    for visitors, share in ((4000, 0.5), (9000, 0.1)):
        held = int(visitors * share)
        strata.append((arm(visitors - held, 0.06, 3.1), arm(held, 0.05, 3.0)))
    y_all = np.concatenate([a[0] for s in strata for a in s])
    x_all = np.concatenate([a[1] for s in strata for a in s])

    def plain(stratum, which):
        y, _ = stratum[which]
        return y.mean(), y

    def ratio(stratum, which):
        y, x = stratum[which]
        r = y.sum() / x.sum()
        return r, (y - r * x) / x.mean()

    def adjusted(stratum, which):
        def spread(slope):
            return sum(np.var(y - slope * x, ddof=1) / len(y) for y, x in stratum)

        slope = optimize.minimize_scalar(spread, bracket=(-100, 100), tol=1e-14).x
        middle = np.concatenate([stratum[0][1], stratum[1][1]]).mean()
        y, x = stratum[which]
        return y.mean() - slope * (x.mean() - middle), y - slope * (x - middle)

    results = {}
    for name, transform in (("mean", plain), ("ratio", ratio), ("adjusted", adjusted)):
        if name == "ratio":
            count = x_all.sum() ** 2 / (x_all**2).sum()
            square = ((y_all - y_all.sum() / x_all.sum() * x_all) ** 2).sum() / count / x_all.mean() ** 2
        else:
            count = y_all.sum() ** 2 / (y_all**2).sum()
            square = len(y_all) * np.var(y_all) / count
        shown, held = sides(strata, transform)
        variances = [v + 2 * square * s**2 for _, v, s in (shown, held)]
        results[name] = {
            "effect": shown[0] - held[0],
            "variance": sum(variances),
            "base": held[0],
            "baseVariance": variances[1],
            "visitors": len(y_all),
        }
    shaped = [
        {"shown": sums(*s[0]), "heldOut": sums(*s[1]), "share": len(s[1][0]) / (len(s[0][0]) + len(s[1][0]))} for s in strata
    ]
    return {"strata": shaped, "estimates": results}


def intervals():
    """The sequence is where the mixture of likelihood ratios, integrated, reaches 1/alpha; Fieller's where the contrast is."""
    out = []
    for effect, variance, base, base_variance, visitors, tuned in (
        (0.5, 0.04, 4.0, 0.03, 20_000, 50_000),
        (-0.02, 0.0004, 0.3, 0.0003, 900_000, 100_000),
        (0.004, 3e-6, 0.004, 2.5e-6, 24_000, 24_000),
    ):
        twice = -2 * mp.log(ALPHA)
        rho = mp.sqrt((twice + mp.log(twice + 1)) / tuned)
        scale = mp.sqrt(visitors) * rho

        def mixture(z):
            weight = lambda t: mp.npdf(t, 0, scale) * mp.exp(t * z - t * t / 2)
            centre = z * scale**2 / (1 + scale**2)
            width = 12 * scale / mp.sqrt(1 + scale**2)
            return mp.quad(weight, mp.linspace(centre - width, centre + width, 13))

        reach = mp.findroot(lambda z: mp.log(mixture(z)) + mp.log(ALPHA), 3)
        fixed = stats.norm.isf(ALPHA / 2)
        record = {
            "estimate": {
                "effect": effect,
                "variance": variance,
                "base": base,
                "baseVariance": base_variance,
                "visitors": visitors,
            },
            "tunedFor": tuned,
            "sequence": [effect - float(reach) * variance**0.5, effect + float(reach) * variance**0.5],
            "fixed": [effect - fixed * variance**0.5, effect + fixed * variance**0.5],
        }
        shown = effect + base
        contrast = lambda lift: (shown - (1 + lift) * base) ** 2 - fixed**2 * (
            variance - base_variance + (1 + lift) ** 2 * base_variance
        )
        point = effect / base
        far = 1
        while contrast(point + far) < 0 and far < 1e6:
            far *= 2
        if contrast(point + far) > 0 and contrast(point - far) > 0:
            record["relative"] = [
                optimize.brentq(contrast, point - far, point, xtol=1e-15),
                optimize.brentq(contrast, point, point + far, xtol=1e-15),
            ]
        else:
            record["relative"] = None
        out.append(record)
    return out


def ratios():
    out = []
    for shown, held, share in ((9_050, 950, 0.1), (500_000, 495_000, 0.5), (9_000, 1_250, 0.1), (40, 70, 0.5)):
        total = shown + held
        p = stats.chisquare([shown, held], [total * (1 - share), total * share]).pvalue
        a, b = 1000 * share, 1000 * (1 - share)
        peak = (held + a) / (total + 1000)
        width = 14 * mp.sqrt(peak * (1 - peak) / (total + 1000))
        low, high = max(peak - width, mp.mpf("1e-12")), min(peak + width, 1 - mp.mpf("1e-12"))
        log_prior = lambda q: (a - 1) * mp.log(q) + (b - 1) * mp.log(1 - q) - mp.log(mp.beta(a, b))
        log_likelihood = lambda q: held * mp.log(q / share) + shown * mp.log((1 - q) / (1 - share))
        factor = mp.quad(lambda q: mp.exp(log_prior(q) + log_likelihood(q)), mp.linspace(low, high, 13))
        z = abs(held - share * total) / (total * share * (1 - share)) ** 0.5
        allowed = stats.norm.isf(0.0013 / 4) * (1e6 / total) ** 0.5
        broken = bool(z > allowed or factor > 1 / 0.0002)
        out.append({"shown": shown, "heldOut": held, "share": share, "p": float(p), "isBroken": broken})
    return out


def drifts():
    """The chance that a Brownian motion with drift meets a line, by integrating the density of the time when it does."""
    twice = -2 * mp.log(ALPHA)
    k = twice + mp.log(twice + 1)
    bound = lambda t: mp.sqrt(2 * (t + 1 / k) * mp.log(mp.sqrt(k * t + 1) / ALPHA))
    slope = mp.diff(bound, 1)
    start = bound(1) - slope

    def chance(drift):
        net = drift - slope
        density = lambda t: start / mp.sqrt(2 * mp.pi * t**3) * mp.exp(-((start - net * t) ** 2) / (2 * t))
        return mp.quad(density, mp.linspace(mp.mpf("1e-6"), 1, 41))

    mp.mp.dps = 30
    out = {
        "chances": [[d, float(chance(d))] for d in (0.5, 2, 3, 3.6, 5)],
        "drifts": [[power, float(mp.findroot(lambda d: chance(d) - power, 3.5))] for power in (0.5, 0.8, 0.9)],
    }
    mp.mp.dps = 50
    return out


def tellable(drifts):
    """The effect that is so many of its own standard errors, those shown varying more in proportion, by root finding."""
    drift = dict(drifts)[0.8]
    out = []
    for per_day, days, share, mean, variance in ((500, 90, 0.1, 0.004, 0.004), (2_000, 60, 0.5, 0.6, 40.0)):
        total = per_day * days
        shown, held = total * (1 - share), total * share
        count = total * mean**2 / (variance + mean**2)
        extra = 2 * total * variance / count

        def lacks(effect):
            error = variance / held + extra / held**2 + variance * (1 + effect / mean) / shown + extra / shown**2
            return effect - drift * error**0.5

        plan = {"visitorsPerDay": per_day, "days": days, "share": share, "mean": mean, "variance": variance, "power": 0.8}
        out.append({"plan": {**plan, "alpha": ALPHA}, "smallest": optimize.brentq(lacks, 0, 1e3 * mean, xtol=1e-16)})
    return out


def many():
    ps = [0.0001, 0.04, 0.012, 0.6, 0.031, 0.013, 0.9, 0.011]
    adjusted = stats.false_discovery_control(ps, method="bh")
    return {"ps": ps, "rate": ALPHA, "isTold": [bool(p <= ALPHA) for p in adjusted]}


def survival():
    """The second order of 60 customers, a third of whom are watched for a while only."""
    times = np.ceil(rng.exponential(120, 60)).astype(int)
    watched = np.ceil(rng.uniform(20, 260, 60)).astype(int)
    seen = np.minimum(times, watched)
    is_event = times <= watched
    data = stats.CensoredData(uncensored=seen[is_event].astype(float), right=seen[~is_event].astype(float))
    curve = stats.ecdf(data).sf
    bounds = curve.confidence_interval(confidence_level=1 - ALPHA, method="log-log")
    greenwood = curve._n, curve._d
    days = [d for d in (30, 60, 90, 180) if d <= seen.max()]
    at = lambda day: int(np.searchsorted(curve.quantiles, day, side="right")) - 1
    variance = lambda day: curve.probabilities[at(day)] ** 2 * float(
        np.sum((greenwood[1] / (greenwood[0] * (greenwood[0] - greenwood[1])))[: at(day) + 1])
    )
    return {
        "happened": [
            {"day": int(d), "events": int(np.sum(is_event & (seen == d))), "leave": int(np.sum(~is_event & (seen == d)))}
            for d in np.unique(seen)
        ],
        "curve": [
            {
                "day": d,
                "survived": float(curve.probabilities[at(d)]),
                "variance": variance(d),
                "low": float(bounds.low.probabilities[at(d)]),
                "high": float(bounds.high.probabilities[at(d)]),
            }
            for d in days
        ],
    }


def interactions():
    """By least squares on raw visitors: y = a + b·first + c·second + d·both."""
    names = {"both": (1, 1), "firstOnly": (1, 0), "secondOnly": (0, 1), "neither": (0, 0)}
    cells, rows, ys = {}, [], []
    for name, (first, second) in names.items():
        y, x = arm(1500 + 300 * first + 500 * second, 0.1 + 0.03 * first + 0.02 * second + 0.04 * first * second, 3)
        cells[name] = sums(y, x)
        rows += [[1, first, second, first * second]] * len(y)
        ys.append(y)
    solved = np.linalg.lstsq(np.array(rows, float), np.concatenate(ys), rcond=None)[0]
    shares = {"firstShare": 0.2, "secondShare": 0.4}
    return {
        "epoch": {**cells, **shares},
        "first": solved[1] + 0.6 * solved[3],
        "second": solved[2] + 0.8 * solved[3],
        "together": solved[3],
    }


drifting = drifts()
print(
    json.dumps(
        {
            "alpha": ALPHA,
            "normal": normal(),
            "estimating": estimates(),
            "intervals": intervals(),
            "sampleRatios": ratios(),
            "drifts": drifting,
            "tellable": tellable(drifting["drifts"]),
            "many": many(),
            "survival": survival(),
            "interaction": interactions(),
        },
        indent=2,
    )
)
