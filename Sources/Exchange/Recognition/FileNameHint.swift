/// What the name of a file says of its contents.
enum FileNameHint {
    case payments, items

    init?(_ path: String) {
        let name = HeaderName(String(path.split(separator: "/").last ?? "")).text
        let payments = [
            "payment", "receipt", "zahlung", "paiement", "reglement", "pagos", "cobros", "pagament", "incass",
            "betaling",
            "inbetalning", "indbetaling", "innbetaling", "platnosci", "wplat", "recebiment",
        ]
        let items = [
            "openitem", "invoice", "receivable", "offenepost", "opos", "rechnung", "facture", "factura", "fattur",
            "factuur", "faktur", "fatura", "debtor", "debitor", "ledger",
        ]
        if payments.contains(where: { name.contains($0) }) {
            self = .payments
        } else if items.contains(where: { name.contains($0) }) {
            self = .items
        } else {
            return nil
        }
    }
}
