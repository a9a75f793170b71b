/// Names of columns that come after those of `Vocabulary`: French, Spanish, Italian and Dutch ones, the field names of
/// SAP's tables (KNA1, BSID, VBRK), and what DATEV, Odoo and Stripe write. Names are as `HeaderName` makes them.
enum ForeignNames {
    static func names(of meaning: ColumnMeaning) -> [String] { table[meaning] ?? [] }

    private static let table: [ColumnMeaning: [String]] = [
        .account: words(
            """
            kunnr konto kontonummer kontonr debiteurnummer debiteurennummer debiteurnr klantnummer klantnr klantcode \
            debiteurcode debiteur codeclient numeroclient noclient codigocliente codcliente numerocliente nocliente \
            codicecliente \
            ac accountref customerkey
            """),
        .accountName: words(
            """
            kontobezeichnung kontobeschriftung kontoname klant klantnaam naam nomclient nomduclient raisonsociale \
            cliente nombrecliente nombre razonsocial ragionesociale nomecliente nome denominazione partner partnername \
            invoicepartnerdisplayname
            """),
        .company: words("mandant gesellschaft societe sociedad societa administratie"),
        .itemNumber: words(
            """
            belnr vbeln belegfeld1 rechnungsnum factuurnr nfacture nofacture nodefacture nodepiece numeropiece \
            nofactura \
            numerofactura factura nodefactura numerofattura nofattura nfattura nrofactura fattura ndocumento \
            numerodocumento
            """),
        .purchaseOrder: words("bstnk bstkd bestelnummer numerocommande pedido ordinecliente"),
        .day: words(
            """
            bldat fkdat factuurdatum datedefacture datepiece fecha fechafactura fechaemision fechadefactura data \
            datafattura \
            datadocumento invoicebilldate dateutc createdutc budat
            """),
        .due: words(
            """
            netdt faedt vervaldatum vervaldag datedecheance vencimiento fechavencimiento fechadevencimiento scadenza \
            datascadenza duedateutc faelligkeitstag
            """),
        .terms: words("zterm betalingsvoorwaarden conditionsdepaiement condicionesdepago condizionidipagamento"),
        .currency: words("waers valuta divisa moneda wkz"),
        .amount: words(
            """
            wrbtr dmbtr factuurbedrag bedrag totaalbedrag montantttc montantfacture totalttc importe importefactura \
            importetotal importo importofattura totaleimporto totalsigned totalincurrency
            """),
        .open: words(
            """
            openstaand openstaandbedrag openstaandsaldo nogtebetalen restedu resteapayer resteaencaisser montantdu \
            soldedu \
            pendiente importependiente saldopendiente residuo importoresiduo daincassare amountduesigned \
            amountresidual \
            residualamount opos offenerposten
            """),
        .applied: words("betaald paye montantpaye regle pagado importepagado pagato"),
        .debit: words("betragsoll sollbetrag umsatzsoll debet debe dare"),
        .credit: words("betraghaben habenbetrag umsatzhaben haber avere"),
        .debitOrCredit: words(
            """
            sh shkzg shkz sollhaben sollhabenkennzeichen sollhabenkz debitcreditcode debitcreditindicator debitcredit \
            debitcreditmark creditdebitindicator creditdebit debitorcredit drcr crdr dc
            """),
        .settled: words("augdt betaaldatum datereglement datedereglement fechadepago fechapago datapagamento"),
        .status: words("statut estado stato"),
        .documentType: words("blart vbtyp typepiece typedocument tipo tipodocumento documentsoort"),
        .collector: words("busab sachb gestor gestionnaire"),
        .language: words("spras taal langue idioma lingua"),
        .hold: words("mansp"),
        .creditLimit: words("klimk kredietlimiet limitecredit limitedecredit limitecredito"),
        .segment: words("kdgrp klantgroep groupeclient grupocliente"),
        .contactPhone: words("telf1 telefoon telephonenumber telefono tel1"),
        .contactEmail: words("smtpaddr emailadres courriel correo correoelectronico"),
        .contactName: words("contactpersoon interlocuteur contacto referente"),
    ]

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
