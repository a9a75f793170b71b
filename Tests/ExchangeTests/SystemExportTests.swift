import Exchange
import Receivables
import Testing

/// The columns that systems write, each with one open item of 1,234.56 that is due, and what is to be made of them.
@Suite("What systems write")
struct SystemExportTests {
    @Test(
        "A list of open items is understood by its header alone",
        arguments: [
            """
            Debitor;Name 1;Belegnummer;Belegart;Belegdatum;Nettofälligkeit;Betrag in \
            Belegwährung;Belegwährung\n77;Alder;I1;RV;21.09.2026;21.10.2026;1.234,56;EUR
            """,
            "BUKRS;KUNNR;BELNR;BLART;BLDAT;NETDT;SHKZG;WRBTR;WAERS\n1000;77;I1;RV;20260921;20261021;S;1234,56;EUR",
            """
            Kontonummer;Kontobezeichnung;Rechnungsnr.;Rechnungsdatum;Fälligkeit;Betrag Soll;Betrag \
            Haben;Saldo;S/H\n77;Alder;I1;21.09.2026;21.10.2026;1.234,56;;1.234,56;S
            """,
            """
            Customer Number,Customer Name,Transaction Number,Type,Transaction Date,Due Date,Original \
            Amount,Outstanding \
            Amount,Currency\n77,Alder,I1,Invoice,21-SEP-26,21-OCT-26,\"1,234.56\",\"1,234.56\",EUR
            """,
            """
            Posting Date,Document Type,Document No.,Customer No.,Customer Name,Currency Code,Original \
            Amount,Amount,Remaining Amount,Due \
            Date,Open\n9/21/2026,Invoice,I1,77,Alder,,\"1,234.56\",\"1,234.56\",\"1,234.56\",10/21/2026,Yes
            """,
            """
            A/C,Name,Credit Limit,No,Type,Date,Ref,Details,Balance,Due \
            Date\n77,Alder,4000.00,9,SI,21/09/2026,I1,Goods,1234.56,21/10/2026
            """,
            """
            Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Total Signed,Amount Due Signed,Payment \
            Status,Status,Currency\nI1,77,2026-09-21,2026-10-21,1234.56,1234.56,Not Paid,Posted,EUR
            """,
            """
            Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Reference,Total,Amount \
            Due,Status,Type\nI1,77,2026-09-21,2026-10-21,,1234.56,1234.56,Posted,Customer Invoice
            """,
            """
            Internal ID,Date,Document Number,Name,Type,Amount (Foreign Currency),Amount Remaining,Currency,Due \
            Date/Receive By,Status\n1,9/21/2026,I1,77,Invoice,1234.56,1234.56,EUR,10/21/2026,Open
            """,
            """
            ContactName,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,\
            Quantity,UnitAmount,AccountCode,Currency,Status\n\
            77,I1,PO1,21/09/2026,21/10/2026,1234.56,0.00,1234.56,1,500.00,200,EUR,Awaiting Payment
            """,
            """
            CUSTOMER_NUMBER,TRX_NUMBER,TRX_DATE,DUE_DATE,INVOICE_CURRENCY_CODE,AMOUNT_DUE_ORIGINAL,\
            AMOUNT_DUE_REMAINING\n77,I1,2026-09-21,2026-10-21,EUR,1234.56,1234.56
            """,
            """
            id,Amount Due,Currency,Customer,Customer Name,Date (UTC),Due Date (UTC),Number,Status,Total,Amount \
            Paid,Amount Remaining\nin_1,1234.56,eur,77,Alder,2026-09-21 10:11,2026-10-21 \
            10:11,I1,open,1234.56,0.00,1234.56
            """,
            """
            Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,Currency \
            Code,Total,Balance\n2026-09-21,4,I1,Overdue,77,Alder,2026-10-21,EUR,1234.56,1234.56
            """,
            """
            Code client;Nom client;N° facture;Date facture;Date échéance;Montant TTC;Reste \
            dû;Devise\n77;Alder;I1;21/09/2026;21/10/2026;1 234,56;1 234,56;EUR
            """,
            """
            Código cliente;Nombre;Nº factura;Fecha \
            factura;Vencimiento;Importe;Pendiente\n77;Alder;I1;21/09/2026;21/10/2026;1.234,56;1.234,56
            """,
            """
            Codice cliente;Ragione sociale;Numero fattura;Data \
            fattura;Scadenza;Importo;Residuo\n77;Alder;I1;21/09/2026;21/10/2026;1.234,56;1.234,56
            """,
            """
            Debiteur;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand \
            bedrag\n77;Alder;I1;21-09-2026;21-10-2026;1.234,56;1.234,56
            """,
        ])
    func openItems(_ text: String) throws {
        let book = try Collected(of: text, ImportOptions(currency: Currency("EUR")))
        #expect(book.plan.kind == .openItems && book.source.rejected == 0)
        let item = try #require(book.items.first)
        #expect(
            [item.account.text, item.number, item.issued.iso, item.due?.iso, item.currency.code] == [
                "77", "I1", "2026-09-21", "2026-10-21", "EUR",
            ])
        #expect(item.open == 123_456 && item.amount == 123_456)
        let name = book.customers.first?.name
        #expect(name == "Alder" || name == "77" || name == nil && !text.contains("Alder"))
    }

    @Test("Charges of a payment service are payments")
    func charges() throws {
        let book = try Collected(
            of: "id,Created (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer ID,Invoice ID\n"
                + """
                ch_1,2026-09-21 10:00,400.00,0.00,eur,true,Paid,77,I1\nch_2,2026-09-21 \
                10:00,300.00,0.00,eur,false,Failed,77,I2\n
                """
        )
        #expect(book.plan.kind == .payments)
        #expect(
            book.payments.map(\.amount) == [40_000] && book.payments.map(\.item) == ["I1"]
                && book.payments.map(\.reference) == ["ch_1"])
    }

    @Test("Money on account says what is open of it alone; SAP's stars mark its totals")
    func besides() throws {
        let oracle = try Collected(
            of:
                """
                Customer Number,Transaction Number,Type,Transaction Date,Due Date,Original Amount,Outstanding \
                Amount,Currency\n
                """
                    + "77,I1,Invoice,21-SEP-26,21-OCT-26,10.00,10.00,USD\n77,P1,Payment,15-OCT-26,,,-3.00,USD\n")
        #expect(oracle.payments.map(\.amount) == [300] && oracle.source.rejected == 0)
        #expect(oracle.source.notices.contains { $0.hasPrefix("1 row says what is open and no amount") })
        let sap = try Collected(
            of:
                """
                \tDebitor\tBelegnummer\tBelegdatum\tBetrag\tWährung\n\t77\tI1\t21.09.2026\t1.000,50\tEUR\n\t*\t\t\
                \t1.000,50\tEUR\n\t**\t\t\t1.000,50\tEUR\n
                """
        )
        #expect(sap.source.skips == [.total: 2] && sap.items.count == 1)
    }
}
