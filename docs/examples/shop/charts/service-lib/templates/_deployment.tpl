{{- define "service-lib.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "service-lib.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas | default 1 }}
  selector:
    matchLabels:
      {{- include "service-lib.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "service-lib.selector" . | nindent 8 }}
      {{- with .Values.settings }}
      annotations:
        checksum/settings: {{ toYaml . | sha256sum }}
      {{- end }}
    spec:
      serviceAccountName: {{ .Release.Name }}
      containers:
        - name: {{ .Chart.Name }}
          image: {{ printf "%s:%s" .Values.image.repository (required "image.tag is not set: add the service to versions.yaml" .Values.image.tag) | quote }}
          ports:
            - name: http
              containerPort: {{ .Values.port }}
          {{- with .Values.environment }}
          env:
            {{- range $name, $value := . }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
          {{- end }}
          {{- if .Values.settings }}
          envFrom:
            - configMapRef:
                name: {{ .Release.Name }}
          {{- end }}
          readinessProbe:
            httpGet:
              path: {{ .Values.probe | default "/healthz" }}
              port: http
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
{{- end }}
