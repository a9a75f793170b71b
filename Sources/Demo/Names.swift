/// What demo customers are called and where they are. Telephone numbers come from the ranges that regulators keep
/// for fiction; e-mail domains end in `.example`.
enum Names {
    static let first = [
        "Alder", "Anvil", "Ashgrove", "Beacon", "Birch", "Blackthorn", "Bluebird", "Bridgewater", "Brightside",
        "Broadleaf", "Cedar", "Cobalt", "Copperfield", "Crescent", "Dovetail", "Eastgate", "Elmwood", "Fairmont",
        "Fernhill", "Foxglove", "Granite", "Greenway", "Harbour", "Hawthorn", "Hazel", "Highfield", "Ironbridge",
        "Juniper", "Kestrel", "Kingfisher", "Lakeside", "Larch", "Lighthouse", "Longmeadow", "Maple", "Marlow",
        "Meridian", "Millstone", "Nightingale", "Northwind", "Oakfield", "Orchard", "Osprey", "Peregrine", "Pinewood",
        "Quarry", "Redwood", "Ridgeway", "Riverside", "Rowan", "Saffron", "Sandstone", "Silverline", "Skylark",
        "Stonebridge", "Summit", "Sycamore", "Thistle", "Tidewater", "Westbrook", "Willow", "Woodland", "Yarrow",
    ]

    static let trade = [
        "Traders", "Foods", "Logistics", "Garage", "Printing", "Textiles", "Builders", "Bakery", "Pharma", "Motors",
        "Timber", "Catering", "Electrical", "Freight", "Packaging", "Instruments", "Ceramics", "Fisheries", "Furniture",
        "Glass", "Hotels", "Interiors", "Joinery", "Media", "Optics", "Paints", "Plastics", "Plumbing", "Records",
        "Roofing", "Seeds", "Software", "Sports", "Steel", "Supplies", "Tools", "Toys", "Travel", "Vineyards", "Wines",
    ]

    static let given = [
        "Amina", "Anders", "Beatriz", "Bram", "Carla", "Chen", "Daniel", "Elif", "Emma", "Femi", "Grace", "Hanna",
        "Ines", "Ivan", "Jane", "Jonas", "Katya", "Liam", "Lucía", "Marek", "Mei", "Nadia", "Noor", "Olga", "Paul",
        "Priya", "Rosa", "Samir", "Sofie", "Tomás", "Ursula", "Victor", "Wanda", "Yusuf", "Zoë",
    ]

    static let family = [
        "Abara", "Becker", "Costa", "Dijkstra", "Eriksen", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kowalski",
        "Lindgren", "Moss", "Novak", "Okafor", "Petit", "Quinn", "Rossi", "Singh", "Tanaka", "Usman", "Vega", "Weber",
        "Xu", "Yilmaz", "Zhang",
    ]

    static let roles = ["payables", "accounts", "finance manager", "bookkeeper", "owner"]
}

/// A place where customers are.
struct Town: Sendable {
    var zone: String
    var currency: String
    var legal: [String]
    /// The number up to its last digits, and how many of these.
    var phone: String
    var digits: Int
    var share: Int

    static let all = [
        Town(
            zone: "Europe/London", currency: "GBP", legal: ["Ltd", "plc", "& Co"], phone: "+44 113 496 0", digits: 3,
            share: 40),
        Town(
            zone: "Europe/Dublin", currency: "EUR", legal: ["Ltd", "DAC"], phone: "+353 20 910 0", digits: 3,
            share: 10),
        Town(
            zone: "Europe/Paris", currency: "EUR", legal: ["SARL", "SA"], phone: "+33 1 99 00 1", digits: 3, share: 12),
        Town(zone: "Europe/Stockholm", currency: "EUR", legal: ["AB"], phone: "+46 8 465 00 4", digits: 2, share: 8),
        Town(
            zone: "America/New_York", currency: "USD", legal: ["Inc", "LLC"], phone: "+1 212 555 01", digits: 2,
            share: 15),
        Town(
            zone: "America/Los_Angeles", currency: "USD", legal: ["Inc", "LLC"], phone: "+1 213 555 01", digits: 2,
            share: 5),
        Town(
            zone: "America/Toronto", currency: "CAD", legal: ["Inc", "Ltd"], phone: "+1 416 555 01", digits: 2,
            share: 10),
    ]

    static func any(_ chance: inout Chance) -> Town {
        var left = chance.int(1...100)
        for place in all {
            left -= place.share
            if left <= 0 { return place }
        }
        return all[0]
    }
}
