import ArgumentParser
import Foundation

/// A listening socket that whoever started the program has opened, as systemd does for a service with a socket
/// (sd_listen_fds(3)): it outlives the program, so nobody is refused while one start gives way to the next.
enum InheritedSocket {
    /// The first descriptor that is handed on, by agreement.
    private static let first: CInt = 3

    /// The socket; nil where none is meant for this process.
    ///
    /// `LISTEN_PID` says for whom it is: a program that this one has been started by may have left its own.
    static func handedOn() throws -> CInt? {
        let environment = ProcessInfo.processInfo.environment
        guard environment["LISTEN_PID"] == "\(getpid())", let text = environment["LISTEN_FDS"]
        else {
            return nil
        }
        guard let count = Int(text), count == 1 else {
            throw ValidationError(
                "LISTEN_FDS is '\(text)', but the site listens on one socket. Hand one on, or none."
            )
        }
        return first
    }
}
