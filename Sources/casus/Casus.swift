import ArgumentParser

@main
struct Casus: AsyncParsableCommand {
}
