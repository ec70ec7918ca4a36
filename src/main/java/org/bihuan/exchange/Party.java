package org.bihuan.exchange;

import java.util.Optional;
import org.bihuan.organisation.CreditCode;
import org.bihuan.organisation.Enterprise;
import org.bihuan.organisation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Who must rectify, as a row names it (reading rule 7): an enterprise, a unit for a public hazard, or an error.
 *
 * @param error reason code, with the column at fault
 * @param nameDiffers whether the name stands beside a code that belongs to another name
 */
record Party(
        @Nullable Enterprise enterprise,
        @Nullable Unit unit,
        @Nullable Reason error,
        @Nullable LedgerColumn fault,
        boolean nameDiffers) {

    static Party of(DataRow row, Directory directory) {
        var code = row.cell(LedgerColumn.CREDIT_CODE);
        var name = row.folded(LedgerColumn.ENTERPRISE_NAME);
        if (code.isPresent()) {
            return byCode(code.get(), name, directory);
        }
        if (!name.isEmpty()) {
            return directory
                    .enterpriseNamed(name)
                    .map(Party::of)
                    .orElseGet(() -> failed(Reason.ENTERPRISE_UNKNOWN, LedgerColumn.ENTERPRISE_NAME));
        }
        return row.filled(LedgerColumn.RESPONSIBLE).stream()
                .map(part -> responsible(Wording.of(part.cell().text()), directory))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> failed(Reason.RESPONSIBLE_UNKNOWN, LedgerColumn.RESPONSIBLE));
    }

    private static Party byCode(SheetCell cell, String name, Directory directory) {
        var code =
                Wording.of(cell.text()).replaceAll("[-\u2010-\u2015\u2212]", "").toUpperCase(java.util.Locale.ROOT);
        // A number has lost its last digits, even where the rest happens to look right.
        if (cell.kind() != SheetCell.Kind.TEXT || !CreditCode.isWellFormed(code)) {
            return failed(Reason.CREDIT_CODE_INVALID, LedgerColumn.CREDIT_CODE);
        }
        var enterprise = directory.enterprise(CreditCode.of(code));
        if (enterprise.isEmpty()) {
            return failed(Reason.ENTERPRISE_UNKNOWN, LedgerColumn.CREDIT_CODE);
        }
        if (name.isEmpty() || Directory.isNameOf(enterprise.get(), name)) {
            return of(enterprise.get());
        }
        return directory.isName(name)
                ? failed(Reason.ENTERPRISE_MISMATCH, LedgerColumn.ENTERPRISE_NAME)
                : new Party(enterprise.get(), null, null, null, true);
    }

    private static Optional<Party> responsible(String name, Directory directory) {
        return directory
                .unit(name)
                .map(unit -> new Party(null, unit, null, null, false))
                .or(() -> directory.enterpriseNamed(name).map(Party::of));
    }

    private static Party of(Enterprise enterprise) {
        return new Party(enterprise, null, null, null, false);
    }

    private static Party failed(Reason reason, LedgerColumn fault) {
        return new Party(null, null, reason, fault, false);
    }
}
