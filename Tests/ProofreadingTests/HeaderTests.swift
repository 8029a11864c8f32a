import Testing

@testable import Proofreading

@Suite struct HeaderTests {
}
