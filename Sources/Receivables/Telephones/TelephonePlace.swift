/// Where a number was written down, which tells whose country's habits it follows.
public struct TelephonePlace: Hashable, Sendable {
    /// The customer's IANA time zone; empty where it isn't known.
    public var zone: String
    /// The book's country (ISO 3166), for customers without a zone; empty if none was given.
    public var region: String
    /// The desk's IANA time zone, where neither of them tells the country.
    public var desk: String

    /// Creates a place; what is left empty is unknown.
    public init(zone: String = "", region: String = "", desk: String = "") {
        self.zone = zone
        self.region = region
        self.desk = desk
    }

    /// Where a customer of a book is.
    public init(zone: String, _ rules: Rules) {
        self.init(zone: zone, region: rules.region, desk: rules.zone)
    }
}

/// Reads the telephone numbers in a cell or in what somebody typed, in their order; none where it is blank.
///
/// It is handed in, like the clock: it takes a library and its tables, which load in 10 ms. So nothing that draws or
/// opens the first screen calls it; what it says is stored.
public typealias TelephoneParser = @Sendable (_ text: String, _ place: TelephonePlace) -> [TelephoneNumber]
