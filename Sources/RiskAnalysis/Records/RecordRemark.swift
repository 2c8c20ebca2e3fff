internal import CapexModel
internal import ScenarioFiles

/// What a reader of a forecast's scores should know: how it was made, and what sets a kept one apart
/// from the one that the tool would make today. It is scored all the same: what it said then is what
/// counts. Held by `ScoreCommandTests`.
public enum RecordRemark: Hashable, Sendable {
  /// Too few for the outer quantiles.
  case fewTrials(Int)
  case otherProgram(recorded: String, current: String)
  /// Random numbers are drawn in another way.
  case otherStream(recorded: Int, current: Int)
  /// The scenario of that name has other assumptions today.
  case scenarioChanged(name: String, recorded: String, current: String)
  /// There is no such scenario today, or it has mistakes.
  case scenarioGone(name: String)
}

extension ForecastRecord.Certificate {
  /// With fewer, the bands rest on less than ten trials beyond their ends.
  static let fewestTrials = 1000

  package var precisionRemarks: [RecordRemark] {
    trials < Self.fewestTrials ? [.fewTrials(trials)] : []
  }

  /// - Parameters:
  ///   - program: today's version.
  ///   - stream: today's version of the random numbers.
  package func remarks(program: String, stream: Int) -> [RecordRemark] {
    var remarks: [RecordRemark] = []
    if program != self.program {
      remarks.append(.otherProgram(recorded: self.program, current: program))
    }
    if stream != self.stream {
      remarks.append(.otherStream(recorded: self.stream, current: stream))
    }
    switch today {
    case .failure: remarks.append(.scenarioGone(name: name))
    case .success(let document) where document.origin.digest != digest:
      remarks.append(
        .scenarioChanged(name: name, recorded: digest, current: document.origin.digest))
    case .success: break
    }
    return remarks
  }

  private var name: String {
    switch origin {
    case .file(let path): path
    case .builtIn(let name): name
    }
  }

  /// The scenario as it would be read now, with what was set beside it.
  private var today: Result<ScenarioDocument, ScenarioFailure> {
    let flags = overrides.map { "\($0.path)=\($0.value)" }
    return switch origin {
    case .file(let path):
      ScenarioReader.read(file: path, overrides: flags, longestHorizon: Horizon.most)
    case .builtIn(let name):
      ScenarioReader.readBuiltIn(named: name, overrides: flags, longestHorizon: Horizon.most)
    }
  }
}
