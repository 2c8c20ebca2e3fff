import CapexModel
import Foundation

/// Section 3 of the model: exchange rates, in logarithms of their level.
extension PlainCalculation {
  mutating func addExchangeRates() {
    let pairs = names(in: "fx")
    for pair in pairs {
      let fx = "fx.\(pair)"
      let spot = number("\(fx).spot")
      var rate = [spot]
      if choice("\(fx).process") == "fixed" {
        for t in 1...horizon {
          let otherwise = isGiven("\(fx).path") ? number("\(fx).path", t) : rate[t - 1]
          rate.append(actualLogarithm(fx, t).map { exp($0) } ?? otherwise)
        }
      } else {
        rate += logarithms(fx, from: log(spot)).map { exp($0) }
      }
      rates[pair] = rate
      report(fx, rate)
    }
    for first in pairs {
      for second in pairs where first < second && first.suffix(3) == second.suffix(3) {
        let cross = zip(rates[first] ?? [], rates[second] ?? []).map { $0 / $1 }
        report("fx.\(first.prefix(3))\(second.prefix(3))", cross)
      }
    }
  }

  /// x_1 … x_H from x_0.
  private func logarithms(_ fx: String, from origin: Double) -> [Double] {
    switch choice("\(fx).process") {
    case "gbm", "jumpDiffusion": diffusion(fx, from: origin)
    case "meanReverting": meanReversion(fx, from: origin)
    case "managed": managed(fx, from: origin)
    case "bootstrap": bootstrap(fx, from: origin)
    default: []
    }
  }

  private func diffusion(_ fx: String, from origin: Double) -> [Double] {
    let sigma = volatility(fx)
    let drift = driftOfLogarithm(fx)
    var x = origin
    return (1...horizon).map { t in
      x += drift * dt + sigma * sqrt(dt) * world.normal(fx, t)
      if choice("\(fx).process") == "jumpDiffusion" { x += jump(fx, t) }
      x = actualLogarithm(fx, t) ?? x
      return x
    }
  }

  /// The jumps of a quarter less what they are expected to do to the rate.
  private func jump(_ fx: String, _ t: Int) -> Double {
    let lambda = number("\(fx).jumps.rate")
    let mean = number("\(fx).jumps.mean")
    let deviation = number("\(fx).jumps.deviation")
    let count = PlainCalculation.poisson(world.uniform("\(fx).jumps.times", t), lambda * dt)
    let sizes =
      Double(count) * mean
      + sqrt(Double(count)) * deviation * world.normal("\(fx).jumps.sizes", t)
    return sizes - lambda * dt * (exp(mean + deviation * deviation / 2) - 1)
  }

  /// The smallest count whose distribution function reaches u.
  static func poisson(_ u: Double, _ mean: Double) -> Int {
    var count = 0
    var term = exp(-mean)
    var sum = term
    while sum < u, count < 1000 {
      count += 1
      term *= mean / Double(count)
      sum += term
    }
    return count
  }

  private func meanReversion(_ fx: String, from origin: Double) -> [Double] {
    let theta = log(level(fx))
    var x = origin
    return (1...horizon).map { t in
      x = theta + (x - theta) * exp(-speed(fx) * dt) + reversionNoise(fx, fx, t)
      x = actualLogarithm(fx, t) ?? x
      return x
    }
  }

  /// σ √((1 - e^{-2κ dt}) / 2κ) z, of the section's speed and volatility.
  func reversionNoise(_ section: String, _ driver: String, _ t: Int) -> Double {
    let kappa = speed(section)
    let variance = (1 - exp(-2 * kappa * dt)) / (2 * kappa)
    return volatility(section) * sqrt(variance) * world.normal(driver, t)
  }

  private func managed(_ fx: String, from origin: Double) -> [Double] {
    let leave = number("\(fx).leave")
    let reset = number("\(fx).reset.probability")
    let sigma = number("\(fx).floatingVolatility")
    var (x, central) = (origin, origin)
    var floats = false
    return (1...horizon).map { t in
      if let known = actualLogarithm(fx, t) {
        (x, central) = (known, known)
        return x
      }
      let u = world.uniform("\(fx).regime", t)
      let before = x - central
      var move = 0.0
      if !floats, u < leave {
        floats = true
      } else if !floats, u < leave + reset {
        move =
          number("\(fx).reset.mean")
          + number("\(fx).reset.deviation") * world.normal("\(fx).reset", t)
      }
      central += number("\(fx).drift") * dt + move
      if floats {
        x += sigma * sqrt(dt) * world.normal(fx, t) - sigma * sigma / 2 * dt
      } else {
        x = central + before * exp(-number("\(fx).speed") * dt) + reversionNoise(fx, fx, t)
      }
      return x
    }
  }

  private func bootstrap(_ fx: String, from origin: Double) -> [Double] {
    guard case .history(_, let history)? = assumptions.content("\(fx).history"),
      case .integer(let block)? = assumptions.content("\(fx).block")
    else { return [] }
    var changes = zip(history, history.dropFirst()).map { log($1) - log($0) }
    if choice("\(fx).recentre") == "yes" {
      let mean = log(history[history.count - 1] / history[0]) / Double(changes.count)
      changes = changes.map { $0 - mean }
    }
    var x = origin
    return (0..<horizon).map { place in
      let first = place - place % block
      let drawn = Int(world.uniform(fx, first + 1) * Double(changes.count))
      x += changes[(drawn + place % block) % changes.count]
      x = actualLogarithm(fx, place + 1) ?? x
      return x
    }
  }
}
