// Branch-free bodies, so that the columns vectorise; fitted polynomials come from
// Scripts/fit-coefficients.
#pragma once

#include "level.h"

INLINE double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

INLINE uint64_t to_bits(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

// The library's sqrt may set errno, which keeps a loop from being vector code; the result is the
// same.
INLINE double square_root(double x) { return __builtin_elementwise_sqrt(x); }

// exp x = 2^k exp r, |r| <= ln 2 / 2, exp r = 1 + r + r^2 q(r). Polynomials here are summed in
// pairs (Estrin), since a chain of dependent steps would leave most of the processor idle.
INLINE double exp_body(double x) {
  const double shift = 0x1.8p52;
  // Held inside what k can express; beyond it the result is 0 or infinity either way. NaN stays.
  const double low = x < -800.0 ? -800.0 : x;
  const double held = low > 800.0 ? 800.0 : low;
  const double k = (held * 0x1.71547652b82fep0 + shift) - shift;
  // ln 2 in two parts, the first with 21 trailing zeros: k * high is exact.
  const double r = (held - k * 0x1.62e42fee00000p-1) - k * 0x1.a39ef35793c76p-33;
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double q01 = 0x1.0000000000001p-1 + r * 0x1.5555555555556p-3;
  const double q23 = 0x1.5555555553d63p-5 + r * 0x1.11111111109b3p-7;
  const double q45 = 0x1.6c16c1788bd90p-10 + r * 0x1.a01a01a7c41d5p-13;
  const double q67 = 0x1.a019b90d2ae7ap-16 + r * 0x1.71de0dae63bb3p-19;
  const double q89 = 0x1.289185613a3d6p-22 + r * 0x1.af38a9b0ec855p-26;
  const double q = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * q89);
  const double power = 1.0 + (r + r2 * q);
  // 2^k in two factors, so that overflow and gradual underflow happen in the last product. Adding
  // 1.5 2^52 + 1023 leaves an exponent in the low bits.
  const double half = (k * 0.5 + shift) - shift;
  const double first = from_bits(to_bits(half + (shift + 1023.0)) << 52);
  const double second = from_bits(to_bits((k - half) + (shift + 1023.0)) << 52);
  return power * first * second;
}

// log x = k ln 2 + log m, m in [sqrt 1/2, sqrt 2), log m = 2 s + s z R(z), s = (m-1)/(m+1), z = s^2,
// for normal x; `shift` is added to k.
INLINE double log_of_normal(double x, double shift) {
  const uint64_t bits = to_bits(x);
  const uint64_t biased = (bits + (0x3ff0000000000000ULL - 0x3fe6a09e667f3bcdULL)) >> 52;
  const double m = from_bits((bits - (biased << 52)) + 0x3ff0000000000000ULL);
  // The integer as a double without a conversion instruction that SSE2 and AVX2 lack.
  const double k = (from_bits(0x4330000000000000ULL | biased) - (0x1p52 + 1023.0)) + shift;
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double z2 = z * z;
  const double q01 = 0x1.5555555555558p-1 + z * 0x1.99999999952d7p-2;
  const double q23 = 0x1.2492492df281ap-2 + z * 0x1.c71c62e3f11e6p-3;
  const double q45 = 0x1.7462b51cb66b1p-3 + z * 0x1.39fe51a7c18f9p-3;
  const double q = q01 + z2 * (q23 + z2 * (q45 + z2 * 0x1.2b5900de53b32p-3));
  const double half = 0.5 * f * f;
  // f - (half - s (half + z q)) keeps the leading term exact (Ng, fdlibm's arrangement).
  return k * 0x1.62e42fee00000p-1 -
         ((half - (s * (half + z * q) + k * 0x1.a39ef35793c76p-33)) - f);
}

INLINE double log_body(double x) {
  const int tiny = x < 0x1p-1022;
  const double result = log_of_normal(tiny ? x * 0x1p54 : x, tiny ? -54.0 : 0.0);
  const double edge = x == 0.0 ? -INFINITY : (x > 0.0 ? x : from_bits(0x7ff8000000000000ULL));
  return (x > 0.0 && x < INFINITY) ? result : (x == x ? edge : x);
}

// Phi(-x) = exp(-x^2/2) g(y) / (x + 3), y = (x - 3)/(x + 3), x >= 0: smooth over the half line.
INLINE double normal_cdf_body(double x) {
  const double magnitude = fabs(x);
  const double a = magnitude < 39.0 ? magnitude : 39.0;
  const double y = (a - 3.0) / (a + 3.0);
  static const double c[] = {
      0x1.754a751a56f49p-1,   -0x1.04c7295a48f32p-1, 0x1.d71387c654ce6p-3,
      -0x1.832dbf6992defp-5,  -0x1.56d8e3d801149p-7, 0x1.c8f52c32bef09p-8,
      0x1.0d608c9672edfp-10,  -0x1.12285f1c6a3a9p-10, -0x1.0d09ebb433033p-12,
      0x1.43c9f16e9ac8dp-13,  0x1.4a907f676f59cp-14, -0x1.bc79ebb1f68d7p-17,
      -0x1.5b1c57261a129p-16, -0x1.d8004a6582ab6p-19, 0x1.e8bcf9a769c51p-19,
      0x1.2ea7affb09e87p-19,  0x1.0f9a6b3ba922ep-28, -0x1.3dcf6e5b3c2bap-21,
      -0x1.1d79eb411d046p-22, 0x1.6fa45f35bb02ap-25, 0x1.77093f606b36ep-24,
      0x1.99e0c237a1c1cp-26,  -0x1.2ed90cb239aa7p-27, -0x1.ba706949e9268p-28,
      -0x1.245998c6c2118p-30};
  const double y2 = y * y;
  const double y4 = y2 * y2;
  double g0 = c[24], g1 = 0.0, g2 = 0.0, g3 = 0.0;
  for (int i = 20; i >= 0; i -= 4) {
    g0 = g0 * y4 + c[i];
    g1 = g1 * y4 + c[i + 1];
    g2 = g2 * y4 + c[i + 2];
    g3 = g3 * y4 + c[i + 3];
  }
  const double g = (g0 + y * g1) + y2 * (g2 + y * g3);
  // exp(-a^2/2) with the square's rounding put back: the upper 26 bits square exactly, and the rest,
  // at most 4.5e-5, is a short series.
  const double top = from_bits(to_bits(a) & 0xfffffffff8000000ULL);
  const double rest = 0.5 * (a - top) * (a + top);
  const double correction = 1.0 - rest * (1.0 - rest * (0.5 - rest * (1.0 / 6)));
  const double tail = exp_body(-0.5 * top * top) * correction * g / (a + 3.0);
  const double result = x > 0.0 ? 1.0 - tail : tail;
  return x == x ? result : x;
}

// Wichura, Algorithm AS 241 (1988): |p - 1/2| <= 0.425.
INLINE double normal_quantile_central(double p) {
  const double q = p - 0.5;
  const double r = 0.180625 - q * q;
  const double n =
      ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r +
       133.14166789178437745) * r + 3.387132872796366608;
  const double d =
      ((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
          21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r +
       42.313330701600911252) * r + 1.0;
  return q * n / d;
}

// r = sqrt(-log p), p the smaller tail; the tails of AS 241 are rational in it.
INLINE double normal_quantile_root(double p) {
  const double smaller = p < 0.5 ? p : 1.0 - p;
  return square_root(-log_of_normal(smaller, 0.0));
}

// r <= 5: tails down to 1.4e-11.
INLINE double normal_quantile_near(double p) {
  const double s = normal_quantile_root(p) - 1.6;
  const double n =
      ((((((7.7454501427834140764e-4 * s + 0.0227238449892691845833) * s +
           0.24178072517745061177) * s + 1.27045825245236838258) * s + 3.64784832476320460504) * s +
        5.7694972214606914055) * s + 4.6303378461565452959) * s + 1.42343711074968357734;
  const double d =
      ((((((1.05075007164441684324e-9 * s + 5.475938084995344946e-4) * s +
           0.0151986665636164571966) * s + 0.14810397642748007459) * s + 0.68976733498510000455) * s +
        1.6763848301838038494) * s + 2.05319162663775882187) * s + 1.0;
  const double magnitude = n / d;
  return p < 0.5 ? -magnitude : magnitude;
}

// Down to the smallest subnormal, whose logarithm `normal_quantile_root` would get wrong.
INLINE double normal_quantile_far(double p) {
  const double w = square_root(-log_body(p < 0.5 ? p : 1.0 - p)) - 5.0;
  const double n =
      ((((((2.01033439929228813265e-7 * w + 2.71155556874348757815e-5) * w +
           0.0012426609473880784386) * w + 0.026532189526576123093) * w + 0.29656057182850489123) * w +
        1.7848265399172913358) * w + 5.4637849111641143699) * w + 6.6579046435011037772;
  const double d =
      ((((((2.04426310338993978564e-15 * w + 1.4215117583164458887e-7) * w +
           1.8463183175100546818e-5) * w + 7.868691311456132591e-4) * w + 0.0148753612908506148525) * w +
        0.13692988092273580531) * w + 0.59983220655588793769) * w + 1.0;
  const double magnitude = n / d;
  return p < 0.5 ? -magnitude : magnitude;
}

// NaN outside (0, 1) but for the ends, where it is infinite.
INLINE double normal_quantile_tail(double p) {
  if (!(p > 0.0 && p < 1.0)) {
    return p == 0.0 ? -INFINITY : (p == 1.0 ? INFINITY : from_bits(0x7ff8000000000000ULL));
  }
  return normal_quantile_root(p) <= 5.0 ? normal_quantile_near(p) : normal_quantile_far(p);
}

// Sums the probabilities upwards; a mean of a few needs a few steps. The bound ends the search
// where the sum's rounding keeps it below p for ever. NaN outside 0 ... 1, and for means beyond
// 700, whose first probability is too small to hold.
INLINE double poisson_quantile_body(double p, double mean) {
  if (!(p >= 0.0 && p <= 1.0 && mean >= 0.0 && mean <= 700.0)) {
    return from_bits(0x7ff8000000000000ULL);
  }
  if (p == 1.0 && mean > 0.0) return INFINITY;
  double probability = exp_body(-mean);
  double sum = probability;
  double k = 0.0;
  while (sum < p && k < 1000.0) {
    k += 1.0;
    probability *= mean / k;
    sum += probability;
  }
  return k;
}
