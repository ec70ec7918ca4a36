# The image takes the jar that `mvn package` has made: docker build -t bihuan .
# The fat jar as it is: unpacked by plain `jarmode=tools extract`, Tasklist and Cockpit would die (docs/operations).
FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 bihuan \
 && useradd --system --uid 10001 --gid bihuan --home-dir /nonexistent --shell /usr/sbin/nologin bihuan \
 && install -d -o bihuan -g bihuan -m 700 /data
COPY --chmod=444 target/bihuan.jar /opt/bihuan/bihuan.jar
ENV SPRING_PROFILES_ACTIVE=prod BIHUAN_DATA_DIR=/data
USER 10001:10001
WORKDIR /tmp
VOLUME /data
EXPOSE 8080
# Readiness is down while the database is away. The image has no curl; bash can speak HTTP well enough.
HEALTHCHECK --interval=15s --timeout=10s --start-period=180s --retries=4 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/bihuan/bihuan.jar"]
