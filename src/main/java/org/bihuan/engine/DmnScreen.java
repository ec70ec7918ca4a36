package org.bihuan.engine;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at a foreign XML file before anything builds a tree of it: no document type, no depth, the right kind of root. */
final class DmnScreen {
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String ANY_DMN = "/spec/DMN/";
    private static final String ANY_BPMN = "/spec/BPMN/";
    private static final int DEEPEST = 40;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    DmnScreen() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** @throws UnreadableTable when it is no XML, says more than XML should, or is no DMN 1.3 */
    void check(byte[] file) {
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new UnreadableTable(
                    "NOT_XML",
                    Math.max(
                            1,
                            broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getLineNumber()));
        }
    }

    private static void walk(XMLStreamReader reader) throws XMLStreamException {
        var depth = 0;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableTable("HAS_DOCTYPE");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 0) {
                    checkRoot(String.valueOf(reader.getNamespaceURI()), reader.getLocalName());
                }
                depth++;
                if (depth > DEEPEST) {
                    throw new UnreadableTable("TOO_DEEP");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void checkRoot(String namespace, String name) {
        if (namespace.contains(ANY_BPMN)) {
            throw new UnreadableTable("IS_BPMN");
        }
        if (!name.equals("definitions") || !namespace.contains(ANY_DMN)) {
            throw new UnreadableTable("NOT_DMN");
        }
        if (!namespace.equals(DMN)) {
            throw new UnreadableTable("OTHER_DMN");
        }
    }
}
