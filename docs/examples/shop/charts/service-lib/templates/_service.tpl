{{- define "service-lib.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "service-lib.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "service-lib.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "service-lib.labels" . | nindent 4 }}
{{- end }}

{{- define "service-lib.settings" -}}
{{- with .Values.settings -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ $.Release.Name }}
  labels:
    {{- include "service-lib.labels" $ | nindent 4 }}
data:
  {{- range $key, $value := . }}
  {{ $key | snakecase | upper }}: {{ $value | quote }}
  {{- end }}
{{- end }}
{{- end }}
