# Builds the site and serves it on port 8080, as a user without rights. The file system may be read-only, apart from /tmp:
#   docker build --tag hindsight .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --publish 8080:8080 hindsight
# More about serving the site is in docs/deploy/README.md.
FROM node:24-bookworm-slim AS build
WORKDIR /hindsight
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
# `public` leaves out everything internal.
ARG AUDIENCE=internal
RUN npm run build -- --audience "$AUDIENCE" --compress

FROM nginxinc/nginx-unprivileged:1.28-alpine
COPY docs/deploy/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /hindsight/dist /srv/hindsight/dist
USER 101
EXPOSE 8080
HEALTHCHECK CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/favicon.svg"]
# Without the scripts of the image, which write to its file system.
ENTRYPOINT ["nginx"]
CMD ["-g", "daemon off;"]
