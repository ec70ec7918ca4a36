package org.bihuan.organisation;

/** Master data as they are now, whatever this node remembers; for whoever judges what {@link MasterData} is then to take in. */
public interface PresentMasterData {
    Organisation look();

    /** The same, and until the caller's transaction ends nobody else changes any. */
    Organisation hold();
}
