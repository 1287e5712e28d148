import Dispatch
import Synchronization

/// A piece of work that another core does meanwhile; whoever needs its value waits for it.
final class Aside<Value: Sendable>: Sendable {
    private let done = DispatchGroup()
    private let result = Mutex<Result<Value, any Error>?>(nil)

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInitiated).async(group: done) { [self] in
            let made = Result { try work() }
            result.withLock { $0 = made }
        }
    }

    func value() throws -> Value {
        done.wait()
        guard let made = result.withLock({ $0 }) else { preconditionFailure("it has been made") }
        return try made.get()
    }
}

/// Does `work` for each of the items on all cores; the results stand in the order of the items.
///
/// Where several fail, the error is that of the first.
func sideBySide<Item: Sendable, Value: Sendable>(
    _ items: [Item],
    _ work: @Sendable (Item) throws -> Value
) throws -> [Value] {
    let results = Mutex([Result<Value, any Error>?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { place in
        let made = Result { try work(items[place]) }
        results.withLock { $0[place] = made }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
}
