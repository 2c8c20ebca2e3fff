import ArgumentParser
import Foundation
import Reporting
import ScenarioFiles

@main
enum Main {
  static func main() async {
    StandardOutput.turnSignalsIntoErrors()
    do {
      try Arguments.check()
      var command = try Capexsim.parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as ScenarioFailure {
      StandardError().write(failure.rendered)
      exit(failure.exitCode.rawValue)
    } catch OutputError.readerGone {
      // Whoever read the output has enough; as after SIGPIPE.
      exit(141)
    } catch let error as OutputError {
      StandardError().write("error: \(error)\n")
      exit(74)
    } catch {
      Capexsim.exit(withError: error)
    }
  }
}

enum Arguments {
  /// Refuses arguments that are not UTF-8, which would otherwise be changed in silence.
  static func check() throws {
    for index in 1..<max(Int(CommandLine.argc), 1) {
      guard let bytes = CommandLine.unsafeArgv[index] else { continue }
      if String(validatingCString: bytes) == nil {
        throw ValidationError("Argument \(index) is not valid UTF-8.")
      }
    }
  }
}
