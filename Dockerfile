# One image, three commands: web, worker and migrate. Each RUN is a line of deploy/image.sh, which the tests run without Docker.
FROM node:24-bookworm-slim AS build
WORKDIR /tandem
COPY . .
RUN npm ci --include=dev --no-audit --no-fund
RUN npm run --silent build
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
RUN node deploy/lay-out.ts /laid-out

FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /laid-out /tandem
COPY --from=build --chown=10001:10001 /laid-out/LICENSE /data/LICENSE
WORKDIR /tandem
ENV NODE_ENV=production SNAPSHOT_FOLDER=/data/published METRICS_HOST=0.0.0.0
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "deploy/is-healthy.ts"]
STOPSIGNAL SIGTERM
CMD ["node", "deploy/run.ts", "web"]
