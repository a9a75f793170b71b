import Receivables

/// The names under which ERPs write each column, the surest first: English, and what SAP (German too), Oracle,
/// Dynamics, QuickBooks, Xero, NetSuite and Sage write; behind them those of `ForeignNames`. Names are as `HeaderName`
/// makes them.
enum Vocabulary {
    /// The names of a meaning in a file of a kind; `day` is the row's own date, whatever the kind calls it.
    static func names(of meaning: ColumnMeaning, in kind: ExtractKind) -> [String] {
        ownNames(of: meaning, in: kind) + ForeignNames.names(of: meaning)
    }

    private static func ownNames(of meaning: ColumnMeaning, in kind: ExtractKind) -> [String] {
        switch (meaning, kind) {
        case (.day, .payments):
            paymentDays
                + words["date postingdate documentdate valuedate buchungsdatum datum createdutc createddateutc created"]
        case (.day, .rates): words["date ratedate validfrom effectivedate conversiondate datum day startdate"]
        case (.day, .notes):
            words[
                """
                notedate date createdon createdat created entrydate activitydate calldate contactdate datum \
                erstelltam day
                """
            ]
        // What is due of an item is its open amount, unless it is said what of that remains.
        case (.open, .openItems): (table[.open] ?? []) + words["amountdue"]
        case (.settled, .payments): []
        // Beside the day of a promise an amount is what was promised.
        case (.promisedAmount, .notes): (table[.promisedAmount] ?? []) + words["amount betrag"]
        case (.itemNumber, .payments): paidItems + itemNumbers
        case (.itemNumber, .customers): itemNumbers
        case (.itemNumber, _): itemNumbers + weakItemNumbers
        case (.amount, .payments):
            paymentAmounts + words["amountpaid paidamount appliedamount"] + (table[.amount] ?? []) + paidSums
        case (.paymentReference, .payments):
            (table[.paymentReference] ?? [])
                + words[
                    """
                    reference referenz ref refno id number num documentno documentnumber docno transactionnumber \
                    tranno tranid
                    """
                ]
        case (.currency, .rates):
            words["currency currencycode fromcurrency sourcecurrency currcode curr waehrung devise iso code"]
        default: table[meaning] ?? []
        }
    }

    /// Columns that only a payments file has.
    static let paymentMarks = Set(
        paymentDays + paymentAmounts + paidItems + words["amountrefunded captured"] + (table[.paymentReference] ?? []))

    static let itemNumbers =
        words[
            """
            invoicenumber invoiceno invoicenum invoiceid invoice invno invnumber billingdocument accountingdocument \
            documentnumber documentno docnumber docno docnum voucher transactionnumber trxnumber tranid belegnummer \
            belegnr rechnungsnummer rechnungsnr rechnung rechnungnr facture numerofacture numfacture factuurnummer \
            billnumber billno tranno transactionno docid invoicereference
            """]

    /// Names that mean an item's number where nothing surer is there.
    private static let weakItemNumbers =
        words["document number num reference refno ref no beleg referenz referencenumber referencedocument nr"]

    private static let paymentDays =
        words["paymentdate datepaid receiptdate depositdate zahlungsdatum zahlungsdat paidon receivedon datereceived"]
    private static let paymentAmounts = words["paymentamount amountreceived receiptamount zahlungsbetrag amountapplied"]
    /// Names of a payment's amount where nothing surer is there.
    private static let paidSums = words["paid received applied payment bezahlt"]
    private static let paidItems = words["appliedto appliesto appliedtoinvoice appliestodocno"]

    private static let table: [ColumnMeaning: [String]] = [
        .account: words[
            """
            customerid customernumber customerno custno custid customercode customeraccount accountnumber accountno \
            accountid accountcode account custaccount kundennummer kundennr debitor debitorennummer debitorennr \
            debitornr billtocustomerno billtoaccount soldtoparty clientid clientno clientnumber clientcode \
            customeraccountnumber custnumber accountref customerref customer businesspartner partyid
            """],
        .accountName: words[
            """
            customername customerfullname accountname clientname businesspartnerfullname companyname custname \
            name name1 customer kunde kundenname debitorname client party partyname buyer \
            billtoname organizationname firma customerproject customerjob displayname
            """],
        .company: words["companycode company buchungskreis entity businessunit legalentity subsidiary companyid bukrs"],
        .itemPart: words[
            """
            buzei lineitem lineitemno installment installmentnumber installmentno instalment instalmentnumber \
            termssequencenumber
            """
        ],
        .purchaseOrder: words[
            """
            customerponumber ponumber pono po purchaseorder customerpo purchaseordernumber bestellnummer \
            customerreference yourreference
            """
        ],
        .day: words[
            """
            invoicedate invdate documentdate docdate billdate trxdate transactiondate belegdatum rechnungsdatum \
            datefacture trandate issuedate issuedon dateissued date datum postingdate buchungsdatum invoicedt docdt
            """],
        .due: words[
            """
            duedate netduedate netduedt due dueon duedt faellig faelligam faelligkeit faelligkeitsdatum \
            nettofaelligkeit nettofaelligkeitsdatum echeance dateecheance paymentdue datedue maturitydate netdue \
            duedatereceiveby
            """],
        .terms: words[
            "terms paymentterms paymentterm zahlungsbedingung zahlungsbedingungen zahlbed termsofpayment termcode"],
        .accountTerms: words["customerterms customerpaymentterms accountterms"],
        .currency: words[
            """
            currency currencycode transactioncurrency curr currcode waehrung belegwaehrung devise \
            documentcurrency invoicecurrency invoicecurrencycode ccy cur localcurrency hauswaehrung
            """
        ],
        .amount: words[
            """
            amountforeigncurrency amount invoiceamount originalamount amountintransactioncurrency amountindc \
            amountindoccurr totalamount \
            total billtotal grossamount invoicetotal betrag belegbetrag rechnungsbetrag montant bruttobetrag \
            amountdue amountdueoriginal documentamount origamount transactionamount totalinclvat totalinctax \
            amountinlocalcurrency \
            amountinlc betraginbelegwaehrung betraginhauswaehrung gross value
            """],
        .open: words[
            """
            amountremainingforeigncurrency balance openbalance openamount balancedue outstanding outstandingamount \
            amountoutstanding \
            remainingamount amountremaining amountopen unpaid unpaidamount offen offenerbetrag offenbetrag \
            restbetrag solde pendingamount amountdueremaining dueamount balanceamount invoicebalance \
            invoiceamountdue remaining openvalue saldo currentbalance open os
            """],
        .applied: words[
            """
            applied paid amountpaid invoiceamountpaid paidamount appliedamount amountapplied payments \
            paymentsapplied bezahlt
            """
        ],
        .debit: words["debit debitamount dr soll"],
        .credit: words["credit creditamount cr haben"],
        .quantity: words["quantity qty menge"],
        .unitAmount: words["unitamount unitprice"],
        .netAmount: words["totalnetamount netamount netvalue nettobetrag nettowert"],
        .settled: words[
            """
            settleddate settledon datesettled clearingdate clearingdt clearedon ausgleichsdatum ausgleichdatum \
            ausgleich paymentdate datepaid paiddate paidon closeddate dateclosed fullypaidon fullypaiddate
            """],
        .status: words["status invoicestatus documentstatus state transactionstatus"],
        .documentType: words[
            """
            documenttype accountingdocumenttype doctype transactiontype trantype type belegart trxtype trxclass \
            class
            """],
        .disputed: words[
            """
            disputed dispute indispute disputeflag isdisputed disputestatus disputereason disputereasoncode \
            disputecode reasoncode
            """
        ],
        .extractDay: words["extractdate extractday asof asofdate keydate snapshotdate reportdate stichtag ageasof"],
        .payer: words["payer payerid payernumber payeraccount parentaccount parent parentid regulierer billtoparty"],
        .collector: words["collector collectorname arowner sachbearbeiter creditcontroller portfolio"],
        .salesContact: words[
            "salesperson salesrep salescontact accountmanager salesrepname vertreter accountexecutive"],
        .segment: words[
            "segment customergroup customersegment accountgroup kundengruppe customerclass category customertype"],
        .hold: words["hold onhold credithold holdreason dunningblock mahnsperre collectionhold"],
        .creditLimit: words["creditlimit limit kreditlimit creditline"],
        .zone: words["timezone zone tz"],
        .language: words["language correspondencelanguage sprache languagecode lang"],
        .contactName: words["contact contactname contactperson primarycontact ansprechpartner apcontact attention"],
        .contactRole: words["contactrole role contacttitle jobtitle position funktion"],
        .contactPhone: words[
            "contactphone phone telephone phonenumber tel telefon mobile contactphonenumber contacttelephone"],
        .contactEmail: words["contactemail email emailaddress mail contactemailaddress"],
        .contactHours: words[
            """
            preferredhours preferredtime preferredcalltime besttime besttimetocall bestcalltime callhours \
            contacthours contacttime erreichbar erreichbarkeit
            """
        ],
        .paymentReference: words[
            """
            paymentid paymentnumber paymentno paymentref paymentreference receiptnumber receiptno receiptid \
            chequenumber checknumber chequeno checkno zahlungsreferenz
            """
        ],
        .rate: words["rate exchangerate fxrate kurs conversionrate spotrate exchrate"],
        .rateTarget: words["tocurrency targetcurrency basecurrency quotecurrency zielwaehrung"],
        .noteText: words[
            "note notes notetext comment comments remark remarks text memo notiz notizen bemerkung kommentar"],
        .noteAuthor: words["author createdby enteredby user username notedby agent verfasser erstelltvon benutzer"],
        .promisedAmount: words["promisedamount promiseamount amountpromised ptpamount promisetopayamount zusagebetrag"],
        .promisedDay: words[
            """
            promiseddate promisedate promisedfor ptpdate promisetopaydate promisedon promisedday zusagedatum \
            zahlungszusage
            """
        ],
        .dispute: words["dispute"],
        .answer: words["answer"],
        .answerText: words["answertext"],
        .source: words["sourcesystem logicalsystem originsystem erpsystem quellsystem"],
        .dulyLine: words["dulyline"],
        .dulyReason: words["dulyreason"],
    ]

    private static let words = WordList()

    /// Splits a list of names at its spaces.
    private struct WordList {
        subscript(list: String) -> [String] { list.split(separator: " ").map(String.init) }
    }
}
