import ArgumentParser
import Dispatch
import Foundation
import Reporting
import RiskAnalysis
import ScenarioFiles

@main
enum Main {
  /// Waits here for the work, which takes threads as it needs them: `main` as a task would end this
  /// thread at once, and ending a thread of a program without shared libraries takes 20 milliseconds.
  static func main() {
    // Before anything else opens files of its own.
    Descriptors.reserve()
    StandardOutput.turnSignalsIntoErrors()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      await work()
      done.signal()
    }
    done.wait()
  }

  private static func work() async {
    do {
      try await run()
    } catch let failure as ScenarioFailure {
      StandardError().write(failure.rendered)
      exit(failure.exitCode.rawValue)
    } catch OutputError.readerGone {
      // Whoever read the output has enough; as after SIGPIPE.
      exit(141)
    } catch let error as OutputError {
      StandardError().write("error: \(error)\n")
      exit(74)
    } catch let error as RiskAnalysisError {
      StandardError().write("error: \(error)\n")
      exit(ScenarioFailure.ExitCode.invalid.rawValue)
    } catch let refusal as RunRefusal {
      StandardError().write("error: \(refusal.message)\n")
      exit(ExitCode.validationFailure.rawValue)
    } catch let code as ExitCode {
      // All has been said.
      exit(code.rawValue)
    } catch {
      StandardError().write(Capexsim.fullMessage(for: error) + "\n")
      exit(Capexsim.exitCode(for: error).rawValue)
    }
  }

  private static func run() async throws {
    try Arguments.check()
    do {
      var command = try Capexsim.parseAsRoot()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch  where Capexsim.exitCode(for: error) == .success {
      // Help and version, through the checked writer.
      try StandardOutput().write(Capexsim.fullMessage(for: error) + "\n")
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

enum Descriptors {
  /// Takes the places of closed standard streams, so that no file of ours gets one of them; what
  /// is written to a closed output still fails.
  static func reserve() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
