/// A customer as it stands above its rows.
struct CustomerHeading: Equatable {
    /// What the account is known by.
    var number: String
    /// Empty where the number is all that is known.
    var name = ""
    /// The customer that it belongs to; empty where it is one itself.
    var payer = ""
    var contact = ""
    var phone = ""
    var email = ""
}
