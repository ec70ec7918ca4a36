package org.bihuan.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the files lie.
 *
 * @param dataDir evidence files stand in its folder {@code evidence}; nodes of one county share it
 */
@ConfigurationProperties("bihuan")
record EvidenceSettings(@DefaultValue("./data") Path dataDir) {}
