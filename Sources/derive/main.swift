import Proofreading

System.ignoreClosedPipes()
let status = DeepStack.run {
  Command.run(arguments: Array(CommandLine.arguments.dropFirst()), .standard)
}
System.exit(status)
