import Receivables

/// What a column of document types says of a row, as far as money goes by it.
enum DocumentType {
    /// A credit note.
    case credit
    /// Money that came in.
    case payment
    /// Money that came in and went back.
    case returned
    case writeOff, adjustment
    case other

    /// - Parameter isSage: `SA` is a payment on account there, and with SAP just any document.
    init(_ text: String, isSage: Bool) {
        let type = HeaderName(text).text
        func names(_ parts: [String]) -> Bool { parts.contains { type.contains($0) } }
        self =
            if names(DocumentType.goodsBack) {
                .credit
            } else if names(DocumentType.goingBack) {
                .returned
            } else if names(DocumentType.asking) {
                .other
            } else if DocumentType.creditCodes.contains(type)
                || names(DocumentType.crediting) && !names(["card", "karte", "kort"])
            {
                .credit
            } else if names(["write", "baddebt", "ausbuchung"]) {
                .writeOff
            } else if names(["adjust"]) {
                .adjustment
            } else if DocumentType.paymentCodes.contains(type) || isSage && type == "sa" || names(DocumentType.paying) {
                .payment
            } else {
                .other
            }
    }

    /// Whether a type says in so many words that the row is an invoice.
    static func isInvoice(_ text: String) -> Bool { invoices.contains(HeaderName(text).text) }

    private static let invoices: Set = [
        "invoice", "salesinvoice", "rechnung", "facture", "factura", "fattura", "factuur", "faktura", "fatura", "bill",
    ]

    /// Whether a type is of a document that nobody owes yet: a quote, an order, a proforma.
    static func isOffer(_ text: String) -> Bool {
        let type = HeaderName(text).text
        return offers.contains(type) || offerParts.contains { type.contains($0) }
    }

    private static let offers: Set = [
        "so", "quo", "est", "auftrag", "devis", "commande", "preventivo", "ordine", "offerte", "offert", "tilbud",
        "oferta",
        "angebot", "pedido", "orcamento", "encomenda", "bestellung", "lieferschein", "zamowienie",
    ]
    private static let offerParts = [
        "quote", "quotation", "estimate", "proforma", "salesorder", "auftragsbestaet", "kostenvoranschlag",
        "bondecommande",
        "bondelivraison", "presupuesto", "albaran", "deliverynote", "packingslip",
    ]

    /// Whether a type is known for a document that is owed: by a word, or by a code of SAP, Oracle, NetSuite or Sage.
    static func isOwed(_ text: String) -> Bool {
        let type = HeaderName(text).text
        return owed.contains(type) || owedParts.contains { type.contains($0) } || asking.contains { type.contains($0) }
    }

    private static let owed: Set = [
        "inv", "in", "si", "sin", "custinvc", "rv", "dr", "dn", "dm", "ab", "rg", "re", "ri", "rn", "ar", "sd", "f2",
        "fa", "fc", "fv", "ft", "ftv", "fr", "vf", "vk", "std", "standard", "document", "sls", "sale", "sales", "open",
    ]
    private static let owedParts = [
        "invoice", "rechnung", "fact", "fatt", "fatur", "faktur", "bill", "debit", "belast", "debet", "debe", "charge",
        "finance", "interest", "zins", "fee", "gebuehr", "opening", "saldo", "balance", "journal", "nota", "duplicata",
        "boleto", "statement", "order", "subscription", "rent", "miete", "ledger", "instal", "rata", "verkauf", "vente",
        "venta", "vendita", "retain", "progress", "reminder", "mahn", "naleznosc",
    ]

    /// Whether a row of this type has the other sign than most rows of a file of the kind: what lowers a debt among
    /// items, what went back among payments.
    ///
    /// SAP's `DZ` has either sign in truth: it is also what a short payment leaves to be paid.
    func isOpposite(in kind: ExtractKind) -> Bool {
        switch self {
        case .credit, .payment: kind != .payments
        case .returned: kind == .payments
        default: false
        }
    }

    /// SAP's, Oracle's, NetSuite's and Sage's codes.
    private static let creditCodes: Set<String> = ["cm", "cn", "crn", "crm", "crmemo", "custcred", "sc", "dg"]
    private static let paymentCodes: Set<String> = [
        "pmt", "pay", "pymt", "rcpt", "custpymt", "sr", "cash", "bacs", "cheque",
    ]
    private static let crediting = [
        "credit", "kredit", "gutschrift", "avoir", "abono", "rectificativa", "korekta", "korygujac", "zobowiaz",
    ]
    private static let paying = [
        "payment", "paiement", "reglement", "encaissement", "acompte", "pago", "cobro", "recibo", "pagamento",
        "incasso",
        "recebimento", "receipt", "zahlung", "betaling", "ontvangst", "inbetalning", "wplata", "zaplata", "unapplied",
        "onaccount", "prepay", "deposit",
    ]
    private static let goodsBack = [
        "salesreturn", "goodsreturn", "returninvoice", "returnorder", "outrefund", "stornorechnung",
        "rechnungskorrektur", "korrekturrechnung",
    ]
    /// They ask for a payment and are none.
    private static let asking = [
        "request", "depositinvoice", "paymentinvoice", "anforderung", "anzahlungsrechnung", "facturedacompte",
        "factureacompte", "faturarecibo", "herinnering",
    ]
    private static let goingBack = [
        "return", "revers", "chargeback", "bounced", "dishono", "nsf", "ruecklast", "storno", "impaye", "rejected",
        "refund", "rueckzahlung", "rembours", "void",
    ]
}

/// Document types by their cells, each looked up once.
struct DocumentTypes {
    private var known: [UInt64: DocumentType] = [:]
    private var offers: [UInt64: Bool] = [:]
    /// Types that nobody knows, as they stand; the first of them.
    private(set) var unknown: [String] = []
    private let isSage: Bool

    /// Sage has a name of its own for the customer's column.
    init(_ header: Header) {
        isSage =
            header.grouping == .labelled
            || header.names.contains { ["ac", "accountref"].contains(HeaderName($0).text) }
    }

    /// Whether a type is a quote, an order or a proforma. Each is looked at once: a file has few types and many rows.
    mutating func isOffer(_ cell: Cell) -> Bool {
        if cell.isEmpty { return false }
        let key = Fingerprint.of(cell)
        if let isOffer = offers[key] { return isOffer }
        let isOffer = DocumentType.isOffer(cell.text)
        if offers.count < 1_000 { offers[key] = isOffer }
        return isOffer
    }

    @inline(__always)
    mutating func type(of cell: Cell) -> DocumentType {
        if cell.isEmpty { return .other }
        let key = Fingerprint.of(cell)
        if let type = known[key] { return type }
        let type = DocumentType(cell.text, isSage: isSage)
        if type == .other, !DocumentType.isOwed(cell.text), !DocumentType.isOffer(cell.text), unknown.count < 5,
            !unknown.contains(cell.quotable)
        {
            unknown.append(cell.quotable)
        }
        if known.count < 1_000 { known[key] = type }
        return type
    }
}
